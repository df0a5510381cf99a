package dev.hoso.notifications;

import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Language;
import dev.hoso.core.Settings;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.notifications.email.EmailChannel;
import dev.hoso.notifications.sms.SmsChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every text with the longest values that are real: a dossier code of the older kind, the
 * catalogue's longest names, an address of 60 characters. {@code -Dgolden.update=true} writes the
 * files anew.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
  private static final String REASON =
      "Thiếu bản sao có chứng thực giấy chứng nhận quyền sử dụng đất, bản vẽ hoàn công và văn bản"
          + " đồng ý của các chủ sở hữu liền kề theo Điều 41 Nghị định 175/2024/NĐ-CP.";

  private static final Fact CODE = new Fact.OneTimeCode("code", "470815", 5);

  private static final Catalogue CATALOGUE = Catalogue.load(null);
  private static final Senders SENDERS = Senders.load(null, CATALOGUE);

  /**
   * Facts whose SMS carry what an officer wrote, or both an amount and a unit, take two; the rest
   * must fit into one.
   */
  static final Set<String> TWO =
      Set.of(
          "refused",
          "stopped",
          "supplement-asked",
          "supplement-reminder",
          "fee-due",
          "fee-reminder",
          "result-revoked");

  private static final Map<String, DossierForTests> CASES = cases();

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("texts")
  void aTextReadsAsItsFileHasIt(String name, Language language) throws IOException {
    Path file = FOLDER.resolve(name + "." + language.code() + ".txt");
    String text = page(name, language);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, text);
    }

    assertThat(text)
        .as("If the new text is meant: mvn test -Dgolden.update=true, and read the difference")
        .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("texts")
  void anSmsFitsWithTheLongestValues(String name, Language language) {
    Wording sms = write(sms(""), name, language);

    assertThat(sms.encoding()).isEqualTo("GSM-7");
    assertThat(sms.segments()).as(sms.text()).isLessThanOrEqualTo(TWO.contains(name) ? 2 : 1);
    assertThat(sms.text()).startsWith(language == Language.VI ? "Ho so 000." : "Dossier 000.");
  }

  /** Links in SMS teach people to follow those of swindlers: the city's own address is enough. */
  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("texts")
  void anSmsAboutAResultOrACodeHasNoLinkBelowTheCitysAddress(String name, Language language) {
    if (name.startsWith("result-") || name.equals("one-time-code")) {
      String sms = write(sms("*"), name, language).text();
      String rest = sms.replaceAll("https://hoso\\.thanhphohanoi\\.gov\\.vn(?!/)", "");

      assertThat(rest).doesNotContain("http", "www", ".vn");
      assertThat(rest.length() < sms.length()).isEqualTo(name.startsWith("result-"));
    }
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("texts")
  void theHtmlOfAnEmailSaysWhatItsTextSays(String name, Language language) {
    Wording email = write(email(), name, language);

    String shown =
        email.html().replaceAll("(?s)<head>.*</head>|<[^>]+>", " ").replaceAll("\\s+", " ");
    for (String line : email.text().split("\n")) {
      String words = line.replace("&", "&amp;").replace(": ", " ").strip();
      assertThat(shown.replace(": ", " ")).contains(words);
    }
    assertThat(email.html()).contains("<html lang=\"" + language.code() + "\">");
    assertThat(email.html()).doesNotContain("src=").doesNotContain("url(");
  }

  static Stream<Arguments> texts() {
    return CASES.keySet().stream()
        .flatMap(name -> Stream.of(Language.values()).map(it -> Arguments.of(name, it)));
  }

  private static String page(String name, Language language) {
    Wording plain = write(sms(""), name, language);
    Wording accented = write(sms("*"), name, language);
    Wording email = write(email(), name, language);
    return """
    SMS, %s, %d characters, %d sent
    %s

    SMS with diacritics, %s, %d characters, %d sent
    %s

    E-mail: %s

    %s\
    """
        .formatted(
            plain.encoding(),
            plain.text().length(),
            plain.segments(),
            plain.text(),
            accented.encoding(),
            accented.text().length(),
            accented.segments(),
            accented.text(),
            email.subject(),
            email.text());
  }

  private static Wording write(Channel channel, String name, Language language) {
    Dossier dossier = CASES.get(name).applicant("language", language.code()).read();
    Dossier before = dossier("000.00.01.H26-261123-0042").status(1, 0).read();
    Fact fact =
        name.equals("one-time-code")
            ? CODE
            : name.equals("announcement")
                ? announcement(language)
                : name.contains("-reminder")
                    ? Owing.fact(dossier, Reminder.of(dossier, 1)).orElseThrow()
                    : Facts.between(before, dossier).getLast();
    return channel.write(fact, new Letter(dossier, CATALOGUE, "https://hoso.thanhphohanoi.gov.vn"));
  }

  private static Fact announcement(Language language) {
    boolean vietnamese = language == Language.VI;
    return new Fact.Announcement(
        "announcement",
        "000.00.01.H26-261123-0042",
        vietnamese
            ? "Bộ phận một cửa nghỉ ngày 01/12/2026.\n\nHồ sơ trực tuyến vẫn được nhận."
            : "The one-stop service is closed on 1 Dec 2026.\n\nDossiers are taken online.",
        vietnamese ? "Nghỉ ngày 01/12/2026" : null);
  }

  private static Channel sms(String accented) {
    return SmsChannel.of(settings(accented), new Texts(), SENDERS);
  }

  private static Channel email() {
    return EmailChannel.of(settings(""), new Texts(), SENDERS);
  }

  private static Settings settings(String accented) {
    return Settings.of(
        Map.of(
            "AWS_REGION", "ap-southeast-1",
            "HOSO_CITIZEN_ADDRESS", "https://hoso.thanhphohanoi.gov.vn",
            "HOSO_ADDRESSES_KEY", "unused: nothing is sent",
            "HOSO_SMS_SENDER", "HANOI",
            "HOSO_SMS_MAX_PRICE", "0.10",
            "HOSO_SMS_ACCENTED", accented,
            "HOSO_EMAIL_SENDER", "hoso@example.gov.vn"));
  }

  private static Map<String, DossierForTests> cases() {
    String reference = "TT-261123-0042-01";
    Map<String, DossierForTests> cases = new LinkedHashMap<>();
    cases.put("dossier-received", longest(2));
    cases.put("dossier-received-provisional", longest(2).with("dueProvisional", true));
    cases.put("payment-confirmed", longest(4).payment(reference, "paid", 15_000_000, 0));
    cases.put("payment-failed", longest(4).payment(reference, "failed", 15_000_000, 0));
    cases.put(
        "payment-refunded",
        longest(4).payment(reference, "paid", 15_000_000, 0).refunded(reference, 15_000_000));
    cases.put(
        "payment-refunded-in-part",
        longest(4).payment(reference, "paid", 15_000_000, 0).refunded(reference, 14_000_000));
    cases.put("refused", longest(3).with("statusReason", REASON));
    cases.put("refused-without-reason", longest(3));
    cases.put("supplement-asked", longest(5).with("statusReason", REASON));
    cases.put("supplement-asked-without-reason", longest(5));
    cases.put("fee-due", longest(6).payment(reference, "pending", 15_000_000, 0));
    cases.put("fee-due-without-amount", longest(6));
    cases.put("fee-reminder", longest(6).payment(reference, "expired", 15_000_000, 0));
    cases.put("fee-reminder-without-amount", longest(6));
    cases.put("supplement-reminder", longest(5).with("statusReason", REASON));
    cases.put("supplement-reminder-without-reason", longest(5));
    cases.put("withdrawn", longest(7));
    cases.put("stopped", longest(8).with("statusReason", REASON));
    cases.put("stopped-without-reason", longest(8));
    cases.put("done", longest(9));
    String number = "000.00.01.H26-261123-0042-KQ10";
    cases.put("result-issued", longest(9).result(10, "issued"));
    cases.put(
        "result-issued-replacing", longest(9).result(11, "issued", Map.of("replaces", number)));
    cases.put(
        "result-revoked",
        longest(1)
            .result(
                10,
                "revoked",
                Map.of("revokedAt", DossierForTests.RECEIVED, "revocationReason", REASON)));
    cases.put("result-revoked-without-reason", longest(1).result(10, "revoked"));
    cases.put("one-time-code", longest(4));
    cases.put("announcement", longest(4));
    return cases;
  }

  private static DossierForTests longest(int status) {
    return dossier("000.00.01.H26-261123-0042")
        .status(status, 7)
        .with("procedure", "1.013227")
        .with("unit", "HN-BQLKCN");
  }
}
