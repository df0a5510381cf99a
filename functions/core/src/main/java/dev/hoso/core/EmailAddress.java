package dev.hoso.core;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address that mail services take: one @, an ASCII local part, a domain in its ASCII form
 * ({@code hànội.vn} is kept as {@code xn--…}).
 *
 * <p>Nothing in it can end a header line or start a second recipient.
 */
public record EmailAddress(String value) {
  private static final int LONGEST = 254;

  /** The unquoted local part of RFC 5321 (at most 64), then a domain of two labels or more. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
              + "(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])");

  /**
   * Keeps what is right and nothing else.
   *
   * @throws IllegalArgumentException when it is not such an address
   */
  public EmailAddress {
    if (!valid(value)) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  /**
   * Reads what a person wrote; spaces around it are forgiven and the domain's case is dropped.
   *
   * @param field the name to complain under
   * @throws Invalid when it is absent, longer than 254 characters or no such address
   */
  public static EmailAddress parse(String field, @Nullable String text) {
    String address = withAsciiDomain(text == null ? "" : text.strip());
    if (!valid(address)) {
      throw new Invalid(
          field, "must be one e-mail address of at most 254 characters, like an@example.vn");
    }
    return new EmailAddress(address);
  }

  /** For logs and pages: the first character and the domain. */
  public String masked() {
    return value.charAt(0) + "***" + value.substring(value.indexOf('@'));
  }

  /** Masked, because a record's text ends up in logs and an address is personal data. */
  @Override
  public String toString() {
    return masked();
  }

  private static String withAsciiDomain(String address) {
    int at = address.lastIndexOf('@');
    if (at < 0 || address.length() > LONGEST) {
      return "";
    }
    try {
      String domain = IDN.toASCII(address.substring(at + 1)).toLowerCase(Locale.ROOT);
      return address.substring(0, at + 1) + domain;
    } catch (IllegalArgumentException noDomain) {
      return "";
    }
  }

  private static boolean valid(String address) {
    return address.length() <= LONGEST && FORM.matcher(address).matches();
  }
}
