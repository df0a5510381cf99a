package dev.hoso.dossiers.api;

import dev.hoso.core.Invalid;
import dev.hoso.dossiers.Decision;
import dev.hoso.dossiers.Dossier;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * On which version the sender's change rests: {@code If-Match} and {@code If-None-Match} (RFC 9110,
 * section 13). A dossier's tag is its version in quotes.
 */
record Precondition(@Nullable Tags match, @Nullable Tags noneMatch) {
  private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"";
  private static final Pattern LIST = Pattern.compile(TAG + "(?:[ \t]*,[ \t]*" + TAG + ")*");

  /** What a header says: any version, or one of these. */
  record Tags(boolean any, List<String> tags) {
    boolean hold(@Nullable Dossier now) {
      return now != null && (any || tags.contains(tag(now)));
    }
  }

  /**
   * Reads the two headers.
   *
   * @throws Invalid where one is there and is no list of tags
   */
  static Precondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    return new Precondition(tags("If-Match", ifMatch), tags("If-None-Match", ifNoneMatch));
  }

  /** The tag of a dossier as it is. */
  static String tag(Dossier dossier) {
    return "\"" + dossier.version() + "\"";
  }

  /** Whether the sender believes that there is no dossier, or believes nothing about it. */
  boolean allowsNew() {
    return match == null;
  }

  /**
   * The decision, if it may be taken on the dossier as it is. What is so already is no lost update:
   * a sender who repeats a change because the answer was lost has an old tag and is right (RFC
   * 9110, section 13.1.1).
   */
  Decision guard(@Nullable Dossier now, Decision decision) {
    boolean open = decision instanceof Decision.Unchanged || decision instanceof Decision.Unknown;
    boolean stale = match != null && !open && !match.hold(now);
    boolean exists = noneMatch != null && noneMatch.hold(now);
    return stale || exists ? new Decision.Stale() : decision;
  }

  private static @Nullable Tags tags(String header, @Nullable String value) {
    if (value == null) {
      return null;
    }
    String text = value.strip();
    if (text.equals("*")) {
      return new Tags(true, List.of());
    }
    if (!LIST.matcher(text).matches()) {
      throw new Invalid(header, "must be * or a list of tags in quotes, like \"3\"");
    }
    return new Tags(false, List.of(text.split("[ \t]*,[ \t]*")));
  }
}
