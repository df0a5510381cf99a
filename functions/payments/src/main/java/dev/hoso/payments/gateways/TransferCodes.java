package dev.hoso.payments.gateways;

import dev.hoso.payments.PaymentReference;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen writes into a bank transfer: two or three letters and 4 to 12 digits. Banks drop
 * points, dashes, case and diacritics, and run words together; a dossier's code does not survive
 * that.
 *
 * <p>Ours are {@code HS}, 11 digits and a check digit (ISO/IEC 7064, MOD 11,10), by which a digit
 * that was mistyped, or two that were swapped, cannot make another one of ours.
 */
public final class TransferCodes implements ReferenceForm {
  private static final Pattern FORM = Pattern.compile("(?![A-Z]HS)[A-Z]{2,3}\\d{4,12}");

  /** Where ours begins needs no gap; where one that a caller named begins does. */
  private static final Pattern OURS = Pattern.compile("HS\\d{4,}");

  private static final Pattern ANY = Pattern.compile("(?<![A-Z0-9])[A-Z]{2,3}\\d{4,12}(?!\\d)");
  private static final Pattern GAPS = Pattern.compile("[^A-Z0-9]+");
  private static final int CHECKED_DIGITS = 11;

  /** Two letters, 11 digits and the one that checks them. */
  private static final int LONGEST = 14;

  @Override
  public boolean carries(String reference) {
    return carried(reference);
  }

  @Override
  public String rule() {
    return "must be 2 or 3 capital letters (not three that end in HS) and 4 to 12 digits: no more"
        + " survives a bank transfer";
  }

  @Override
  public PaymentReference generated(Instant now) {
    return checked(Digits.random(CHECKED_DIGITS));
  }

  @Override
  public PaymentReference forKey(String dossier, String idempotencyKey, Instant now) {
    return checked(Digits.of(CHECKED_DIGITS, dossier, idempotencyKey));
  }

  /**
   * The code of a transfer.
   *
   * @param code what SePay recognised as one, by the pattern that is set up there
   * @param content what the bank passed on
   */
  public static Optional<PaymentReference> find(@Nullable String code, @Nullable String content) {
    String found = code == null ? null : inside(code.toUpperCase(Locale.ROOT));
    if (found == null && content != null) {
      found = inside(content.toUpperCase(Locale.ROOT));
    }
    return PaymentReference.of(found);
  }

  /** The likeliest; with gaps in it only where its check digit proves it. */
  private static @Nullable String inside(String text) {
    if (carried(text)) {
      return text;
    }
    List<String> ours = ours(text);
    return Stream.<Supplier<Stream<String>>>of(
            () -> ours.stream().filter(TransferCodes::isChecked),
            () -> ours.stream().filter(TransferCodes::carried),
            () -> ANY.matcher(text).results().map(MatchResult::group),
            () -> ours(GAPS.matcher(text).replaceAll("")).stream().filter(TransferCodes::isChecked))
        .flatMap(Supplier::get)
        .findFirst()
        .orElse(null);
  }

  /** Those with our letters; of more digits than a code has, the rest is the next word's. */
  private static List<String> ours(String text) {
    return OURS.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(
            it ->
                it.length() > LONGEST && isChecked(it.substring(0, LONGEST))
                    ? it.substring(0, LONGEST)
                    : it)
        .toList();
  }

  private static boolean carried(String code) {
    return FORM.matcher(code).matches();
  }

  private static boolean isChecked(String code) {
    return code.length() == LONGEST
        && checkDigit(code.substring(2, LONGEST - 1)) == code.charAt(LONGEST - 1);
  }

  /** MOD 11,10 of ISO/IEC 7064. */
  static char checkDigit(String digits) {
    int product = 10;
    for (int at = 0; at < digits.length(); at++) {
      int sum = (digits.charAt(at) - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (char) ('0' + (11 - product) % 10);
  }

  private static PaymentReference checked(String digits) {
    return new PaymentReference("HS" + digits + checkDigit(digits));
  }
}
