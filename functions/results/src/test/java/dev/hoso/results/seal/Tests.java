package dev.hoso.results.seal;

import java.time.Instant;
import java.util.List;

/**
 * What the tests share: a moment, and a city with two who sign. Keys take their time to be made.
 */
public final class Tests {
  /** A day on which the tests take place. */
  public static final Instant NOW = Instant.parse("2026-11-25T03:15:05Z");

  /** Whom the city trusts. */
  public static final Authority ROOT = Authority.root("Gốc tin cậy thử nghiệm");

  /** Issues for the trusted one. */
  public static final Authority ISSUER = ROOT.intermediate("CA thử nghiệm");

  /** A department. */
  public static final Identity DEPARTMENT = ISSUER.issue("Sở Tư pháp (thử nghiệm)");

  /** The head of an office, with a key of another length. */
  public static final Identity HEAD =
      ISSUER.issue(new Authority.Request("Chánh Văn phòng (thử nghiệm)").with(Identity.rsa(3072)));

  /** Somebody whom nobody certified. */
  public static final Authority STRANGER = Authority.root("Người lạ");

  /** What settings/trust.pem says. */
  public static final String TRUST = Identity.pem(List.of(ROOT.certificate()));

  private Tests() {}
}
