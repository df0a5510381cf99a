package dev.hoso.notifications;

import static dev.hoso.notifications.CityForTests.registered;
import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.Language;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.cityfile.BadCityFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In whose name a unit's messages are told. */
class SendersTest {
  private static final String COLUMNS = "unit,sms_sender,email_from,signature_vi,signature_en\n";

  @TempDir Path folder;

  @Test
  void withoutACitysOwnFileNobodyHasAName() throws IOException {
    Senders senders = Senders.load(null, Catalogue.load(null));
    assertThat(senders.smsSender("00004")).isEmpty();
    assertThat(senders.emailFrom("00004")).isEmpty();
    assertThat(senders.signature("00004", Language.VI)).isEmpty();
  }

  @Test
  void whatAUnitDoesNotSayItsParentSaysAndThenTheLineForAll() throws IOException {
    Senders senders =
        load(
            """
            *,,Một cửa,,
            01,HANOI,,UBND Hà Nội,Hanoi City
            HN-TTHCC,TTHCC,Trung tâm,,
            """);
    assertThat(senders.smsSender("HN-TTHCC-01")).contains("TTHCC");
    assertThat(senders.emailFrom("HN-TTHCC-01")).contains("Trung tâm");
    assertThat(senders.signature("HN-TTHCC-01", Language.EN)).contains("Hanoi City");
    assertThat(senders.smsSender("00004")).contains("HANOI");
    assertThat(senders.emailFrom("00004")).contains("Một cửa");
    // The police belong to nobody here; announcements and what is not listed go by the line for
    // all.
    for (String unit : new String[] {"HN-CA", "announcements", "gone"}) {
      assertThat(senders.smsSender(unit)).isEmpty();
      assertThat(senders.emailFrom(unit)).contains("Một cửa");
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          99999,,,,               | unit
          01,TWELVELETTER,,,      | sms_sender
          01,HA,,,                | sms_sender
          01,19001009,,,          | sms_sender
          01,HÀ NỘI,,,            | sms_sender
          01,,"A <a@b.vn>",,      | email_from
          01,,,Xem hanoi.gov.vn,X | signature_vi
          01,,,Hà Nội,            | signature_en
          01,,,"Một hai ba bốn năm sáu bảy tám chín mười một",X | signature_vi
          """)
  void aLineThatBreaksARuleStopsTheStart(String line, String column) {
    assertThatThrownBy(() -> load(line + "\n"))
        .isInstanceOf(BadCityFile.class)
        .hasMessageContaining("column " + column);
  }

  @Test
  void aUnitStandsThereOnce() {
    assertThatThrownBy(() -> load("01,HANOI,,,\n01,HAN,,,\n")).hasMessageContaining("second time");
  }

  @Test
  void messagesGoInTheUnitsNameWithItsSignatureWhereverTheyAreMerged() throws Exception {
    write("HN-TTHCC,TTHCC,Trung tâm Hành chính công,TTPVHCC,PASC\n");
    try (CityForTests city = new CityForTests(Map.of("HOSO_CATALOGUE", folder.toString()))) {
      city.changed(registered(dossier()));
      Map<String, String> sms = city.providers.sms.getFirst();
      assertThat(sms.values()).contains("TTHCC").doesNotContain("HANOI");
      assertThat(sms.get("Message")).endsWith(" - TTPVHCC");
      assertThat(city.providers.emails.getFirst().getHeader("From")[0])
          .contains("=?UTF-8?")
          .endsWith("<hoso@example.gov.vn>");

      DossierForTests papers = dossier().status(5, 2).with("statusReason", "Thieu don.");
      city.becomes(dossier(), papers);
      city.becomes(papers, dossier().status(6, 3));
      city.minutes(3);
      assertThat(city.texts().getLast())
          .containsOnlyOnce("TTPVHCC")
          .contains("bo sung", "nop phi")
          .endsWith(" - TTPVHCC");
      assertThat(city.message("status 5 at 2", "email").text("text")).containsOnlyOnce("TTPVHCC");
    }
  }

  private Senders load(String lines) throws IOException {
    write(lines);
    return Senders.load(folder, Catalogue.load(null));
  }

  private void write(String lines) throws IOException {
    Files.writeString(folder.resolve("senders.csv"), COLUMNS + lines);
  }
}
