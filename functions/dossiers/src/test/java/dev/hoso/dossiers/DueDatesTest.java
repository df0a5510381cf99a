package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.RULES;
import static dev.hoso.dossiers.Given.at;
import static dev.hoso.dossiers.Given.changed;
import static dev.hoso.dossiers.Given.filing;
import static dev.hoso.dossiers.Given.register;
import static dev.hoso.dossiers.Given.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.dossiers.Command.ChangeStatus;
import dev.hoso.dossiers.Command.Register;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {
  @ParameterizedTest(name = "received {0}: eight working days end {1}")
  @CsvSource({
    // Tết 2026: 16 to 20 February.
    "2026-02-09T10:00:00, 2026-02-26T23:59:59",
    // Saturday 22 August is worked for Monday 31 August; 1 and 2 September are holidays.
    "2026-08-18T10:00:00, 2026-08-27T23:59:59",
    "2026-08-21T10:00:00, 2026-09-04T23:59:59",
    "2026-03-10T10:00:00, 2026-03-20T23:59:59",
  })
  void theDayOfReceiptAndRestDaysAreNotCounted(String received, String due) {
    assertThat(registered(at(received)).due().at()).isEqualTo(at(due));
  }

  @Test
  void daysOnWhichTheCitizenHadToActAreNotCounted() {
    Dossier dossier = registered(at("2026-02-09T10:00:00"));
    Due promised = dossier.due();
    Dossier waiting = change(dossier, DossierStatus.SUPPLEMENT_ASKED, "2026-02-11T10:00:00");
    assertThat(waiting.due()).isEqualTo(promised);
    // Two days were used; the 12th, the 13th, the 23rd and the 24th were the citizen's.
    Dossier goesOn = change(waiting, DossierStatus.PROCESSING, "2026-02-24T10:00:00");
    assertThat(goesOn.due().at()).isEqualTo(at("2026-03-04T23:59:59"));
  }

  @Test
  void aWaitOverASwappedSaturdayGivesThatSaturdayBack() {
    Dossier dossier = registered(at("2026-08-18T10:00:00"));
    Dossier waiting = change(dossier, DossierStatus.FEE_DUE, "2026-08-21T09:00:00");
    Dossier goesOn = change(waiting, DossierStatus.PROCESSING, "2026-08-22T11:00:00");
    assertThat(goesOn.due().at()).isEqualTo(at("2026-08-28T23:59:59"));
  }

  @Test
  void whatTheOfficersSystemSendsWinsAndStays() {
    Instant sent = at("2026-05-05T17:00:00");
    Register register = new Register(Given.CODE, filing(Given.NOW), null, sent);
    Dossier dossier = changed(RULES.decide(null, register, Given.NOW));
    assertThat(dossier.due()).isEqualTo(Due.sent(sent));
    Dossier waiting = change(dossier, DossierStatus.FEE_DUE, "2026-03-11T10:00:00");
    Dossier goesOn = change(waiting, DossierStatus.PROCESSING, "2026-03-16T10:00:00");
    assertThat(goesOn.due()).isEqualTo(Due.sent(sent));
    assertThat(Given.after(goesOn, register(Given.NOW)).due()).isEqualTo(Due.sent(sent));
  }

  @Test
  void aChangeOfStatusCanBringANewPromise() {
    Instant sent = at("2026-05-05T17:00:00");
    Dossier dossier = registered(Given.NOW);
    ChangeStatus change = new ChangeStatus(DossierStatus.PROCESSING, null, null, sent);
    assertThat(Given.after(dossier, change).due()).isEqualTo(Due.sent(sent));
  }

  @Test
  void aPromiseThatPassedBeforeReceiptIsVoid() {
    Register early = new Register(Given.CODE, filing(null), null, at("2026-03-12T17:00:00"));
    Dossier registered = changed(RULES.decide(null, early, Given.NOW));
    Dossier received = change(registered, DossierStatus.RECEIVED, "2026-03-16T09:00:00");
    assertThat(received.due().wasSent()).isFalse();
    assertThat(received.due().at()).isEqualTo(at("2026-03-26T23:59:59"));
  }

  @Test
  void aYearWithoutItsNoticeMakesAPromiseProvisional() {
    assertThat(registered(at("2026-12-24T10:00:00")).due().provisional()).isTrue();
    assertThat(registered(at("2026-03-10T10:00:00")).due().provisional()).isFalse();
  }

  @Test
  void aProvisionalPromiseIsComputedAnewAtTheNextChangeAndAFirmOneIsNot(@TempDir Path city)
      throws Exception {
    DossierRules later = rulesWithoutHolidays(city);
    Dossier provisional = registered(at("2026-12-24T10:00:00"));
    Dossier firm = registered(at("2026-02-09T10:00:00"));
    Command next = to(DossierStatus.PROCESSING);
    assertThat(changed(later.decide(provisional, next, provisional.updatedAt())).due().at())
        .isEqualTo(at("2027-01-05T23:59:59"));
    assertThat(changed(later.decide(firm, next, firm.updatedAt())).due()).isEqualTo(firm.due());
  }

  @Test
  void aProcedureWithoutAKnownTimePromisesNothing() {
    Filing unknownTime =
        new Filing(
            "1.004772",
            "HN-STP",
            FilingChannel.ONLINE,
            Given.applicant("An"),
            Given.NOW,
            List.of(),
            null);
    Register register = new Register(Given.CODE, unknownTime, null, null);
    assertThat(changed(RULES.decide(null, register, Given.NOW)).due()).isNull();
  }

  private static DossierRules rulesWithoutHolidays(Path city) throws Exception {
    Files.writeString(city.resolve("holidays.csv"), "date,kind\n2027-09-02,holiday\n");
    Files.writeString(city.resolve("notices.csv"), "year,document\n2026,a\n2027,b\n");
    DueDates dates = new DueDates(Catalogue.load(null), WorkingCalendar.load(city));
    return new DossierRules(dates, Duration.ofDays(1));
  }

  private static Dossier registered(Instant receivedAt) {
    return changed(RULES.decide(null, register(receivedAt), receivedAt));
  }

  private static Dossier change(Dossier dossier, DossierStatus status, String local) {
    return Given.after(dossier, to(status, at(local)));
  }
}
