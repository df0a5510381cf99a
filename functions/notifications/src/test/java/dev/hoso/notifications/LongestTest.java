package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Language;
import dev.hoso.core.Settings;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.notifications.email.EmailChannel;
import dev.hoso.notifications.push.PushChannel;
import dev.hoso.notifications.sms.SmsChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The longest text of every kind fits, by every channel, of every unit, with its signature. */
class LongestTest {
  private static final String ADDRESS = "https://hoso.thanhphohanoi.gov.vn";
  private static final Catalogue CATALOGUE = Catalogue.load(null);
  private static final Examples EXAMPLES = new Examples(CATALOGUE, ADDRESS);

  /** As long as a signature may be. */
  private static final String SIGNATURE = "Bộ phận Tiếp nhận và Trả kết quả số 1234";

  /** About as much as telephones show on a locked screen. */
  private static final int TITLE = 40;

  @TempDir static Path city;

  static Stream<Arguments> texts() {
    return Stream.of(Language.values())
        .flatMap(it -> Examples.facts(it).stream().map(fact -> Arguments.of(fact.template(), it)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("texts")
  void anSmsFitsOfEveryUnitWithTheLongestSignature(String template, Language language)
      throws IOException {
    Channel unsigned = SmsChannel.of(settings(), new Texts(), Senders.load(null, CATALOGUE));
    Channel signed = SmsChannel.of(settings(), new Texts(), senders());
    for (Unit unit : CATALOGUE.units()) {
      Wording plain = write(unsigned, template, language, unit);
      Wording sms = write(signed, template, language, unit);
      assertThat(sms.encoding()).isEqualTo("GSM-7");
      assertThat(sms.segments())
          .as(sms.text())
          .isLessThanOrEqualTo(GoldenTest.TWO.contains(template) ? 2 : 1);
      assertThat(sms.segments()).isEqualTo(plain.segments());
      assertThat(sms.text()).startsWith(plain.text());
    }
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("texts")
  void aNoticeOfTheAppFitsOnALockedScreenAndIntoWhatGoogleAndAppleTake(
      String template, Language language) throws IOException {
    Channel push = PushChannel.of(settings(), new Texts(), senders());
    for (Unit unit : CATALOGUE.units()) {
      Wording notice = write(push, template, language, unit);
      assertThat(notice.subject()).isNotBlank().hasSizeLessThanOrEqualTo(TITLE);
      assertThat(notice.text()).endsWith(" - " + SIGNATURE).doesNotContain("\n");
      // With room for what stands around the text and for the app's own data.
      assertThat(notice.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(3072);
    }
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("texts")
  void anEmailHasASubjectThatIsSeenWholeAndItsSignatureBeforeTheClosingWords(
      String template, Language language) throws IOException {
    Channel email = EmailChannel.of(settings(), new Texts(), senders());
    for (Unit unit : CATALOGUE.units()) {
      Wording mail = write(email, template, language, unit);
      assertThat(mail.subject()).hasSizeLessThanOrEqualTo(100);
      List<String> parts = List.of(mail.text().strip().split("\n\n"));
      assertThat(parts.get(parts.size() - 2)).isEqualTo(SIGNATURE);
    }
  }

  @Test
  void everyTemplateOfTheCatalogueHasAnExample() throws IOException {
    List<String> templates = Examples.facts(Language.VI).stream().map(Fact::template).toList();
    try (Stream<Path> folders = Files.list(Path.of("src", "main", "jte", "texts"))) {
      assertThat(folders.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(templates.stream(), Stream.of("closing")).toList());
    }
  }

  @Test
  void aNumberThatIsTooLongForAnSmsIsLeftOut() {
    Channel sms = SmsChannel.of(settings(), new Texts(), Senders.load(null, CATALOGUE));
    String stripes = "pi_3MtwBwLkdIwHu7ix28a3tqPa";
    Fact.PaymentConfirmed paid =
        (Fact.PaymentConfirmed)
            Examples.facts(Language.VI).stream()
                .filter(Fact.PaymentConfirmed.class::isInstance)
                .findFirst()
                .orElseThrow();
    Fact longer =
        new Fact.PaymentConfirmed(
            paid.key(),
            "x".repeat(64),
            paid.amount(),
            paid.paidAt(),
            stripes,
            paid.receipt(),
            false);
    Fact failed = new Fact.PaymentFailed(paid.key(), "x".repeat(64), paid.amount());
    for (Language language : Language.values()) {
      Letter letter = EXAMPLES.letter("HN-BQLKCN", language);
      assertThat(sms.write(longer, letter).segments()).isEqualTo(1);
      assertThat(sms.write(longer, letter).text()).doesNotContain(stripes);
      assertThat(sms.write(failed, letter).segments()).isEqualTo(1);
    }
  }

  private static Wording write(Channel channel, String template, Language language, Unit unit) {
    Fact fact =
        Examples.facts(language).stream()
            .filter(it -> it.template().equals(template))
            .findFirst()
            .orElseThrow();
    return channel.write(fact, EXAMPLES.letter(unit.code(), language));
  }

  private static Senders senders() throws IOException {
    Files.writeString(
        city.resolve("senders.csv"),
        "unit,sms_sender,email_from,signature_vi,signature_en\n*,,,%1$s,%1$s\n"
            .formatted(SIGNATURE));
    return Senders.load(city, CATALOGUE);
  }

  private static Settings settings() {
    return Settings.of(
        Map.of(
            "AWS_REGION", "ap-southeast-1",
            "HOSO_CITIZEN_ADDRESS", ADDRESS,
            "HOSO_ADDRESSES_KEY", "unused: nothing is sent",
            "HOSO_SMS_SENDER", "HANOI",
            "HOSO_SMS_MAX_PRICE", "0.10",
            "HOSO_EMAIL_SENDER", "hoso@example.gov.vn"));
  }
}
