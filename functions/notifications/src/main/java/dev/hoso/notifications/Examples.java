package dev.hoso.notifications;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Language;
import dev.hoso.core.Money;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Every fact once, with the longest values that are real: what a preview shows and what tests
 * measure. A text that fits with these fits.
 */
public final class Examples {
  /** As long as codes are. */
  static final String CODE = "000.00.01.H26-261123-00000042";

  /** Dates and hours have two digits each in Vietnamese. */
  private static final Instant AT = Instant.parse("2026-11-23T07:30:00Z");

  private static final Money AMOUNT = new Money(15_000_000);
  private static final String PAYMENT = "vnpay/HS261123K7PQX2MNVB";
  private static final String REFERENCE = "HS261123K7PQX2MNVB4Z";
  private static final String TRANSACTION = "240331000175";
  private static final String RECEIPT = "k7PqX2mNvB9tRw4z";
  private static final String RESULT = CODE + "-KQ10";

  /** Longer than an SMS has room for, as officers write. */
  private static final String REASON =
      "Thiếu bản sao có chứng thực giấy chứng nhận quyền sử dụng đất, bản vẽ hoàn công và văn bản"
          + " đồng ý của các chủ sở hữu liền kề theo Điều 41 Nghị định 175/2024/NĐ-CP.";

  private final Catalogue catalogue;
  private final String citizenAddress;

  Examples(Catalogue catalogue, String citizenAddress) {
    this.catalogue = catalogue;
    this.citizenAddress = citizenAddress;
  }

  /** One fact for each template, in the order of a dossier's life. */
  static List<Fact> facts(Language language) {
    return List.of(
        new Fact.OneTimeCode("code", "000000", 5),
        new Fact.DossierReceived(),
        new Fact.Refused(7, REASON),
        new Fact.SupplementAsked(7, REASON),
        new Fact.SupplementReminder("reminder", AT, REASON),
        new Fact.FeeDue(7, AMOUNT, AT),
        new Fact.FeeReminder("reminder", AT, AMOUNT),
        new Fact.PaymentConfirmed(PAYMENT, REFERENCE, AMOUNT, AT, TRANSACTION, RECEIPT, false),
        new Fact.PaymentFailed(PAYMENT, REFERENCE, AMOUNT),
        new Fact.PaymentRefunded(PAYMENT, REFERENCE, AMOUNT, AMOUNT, true, AT, RECEIPT),
        new Fact.Withdrawn(7),
        new Fact.Stopped(7, REASON),
        new Fact.Done(7),
        new Fact.ResultIssued(RESULT + "1", RESULT, AT),
        new Fact.ResultRevoked(RESULT, REASON, AT),
        announcement(language));
  }

  private static Fact announcement(Language language) {
    String text =
        switch (language) {
          case VI ->
              "Bộ phận một cửa nghỉ ngày 01/12/2026. Hồ sơ trực tuyến vẫn được nhận như thường lệ.";
          case EN ->
              "The one-stop service is closed on 1 Dec 2026. Dossiers are taken online as usual.";
        };
    return new Fact.Announcement("announcement", CODE, text, null);
  }

  /** A dossier of a unit, of the procedure with the longest name. */
  Dossier dossier(String unit, Language language) {
    return new Dossier(
        CODE,
        catalogue.procedures().stream()
            .max(Comparator.comparingInt(it -> it.name().in(language).length()))
            .map(Procedure::code)
            .orElseThrow(),
        unit,
        DossierStatus.RECEIVED,
        AT,
        7,
        REASON,
        new Applicant(null, null, null, language, true, null),
        false,
        AT,
        AT,
        true,
        null,
        Map.of(),
        Map.of());
  }

  /** What every text may say of such a dossier. */
  Letter letter(String unit, Language language) {
    return new Letter(dossier(unit, language), catalogue, citizenAddress);
  }
}
