package dev.hoso.results.seal.check;

import dev.hoso.results.Sealer.Reason;
import java.util.List;

/** A document that must not be issued; carries the reasons out of the depths of reading it. */
public final class RefusedDocument extends Exception {
  private static final long serialVersionUID = 1;
  private final transient List<Reason> reasons;

  /** For these reasons, at least one. */
  public RefusedDocument(List<Reason> reasons) {
    super(reasons.toString());
    this.reasons = List.copyOf(reasons);
  }

  /** For this reason. */
  public RefusedDocument(Reason reason) {
    this(List.of(reason));
  }

  /** Why. */
  public List<Reason> reasons() {
    return reasons;
  }
}
