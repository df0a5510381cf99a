package dev.hoso.dossiers.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.Invalid;
import dev.hoso.core.Language;
import dev.hoso.core.Refused;
import dev.hoso.core.Settings;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.dossiers.Applicant;
import dev.hoso.dossiers.Command.ChangeStatus;
import dev.hoso.dossiers.Command.Register;
import dev.hoso.dossiers.CutClient;
import dev.hoso.dossiers.Decision;
import dev.hoso.dossiers.DossierRules;
import dev.hoso.dossiers.Dossiers;
import dev.hoso.dossiers.Filing;
import dev.hoso.dossiers.Responsible;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A unit's move to another, with work on its dossiers going on. */
class TransfersTest {
  private static final String OLD = "00004";
  private static final String NEW = "HN-STP";

  private final Table dossierTable = DynamoForTests.table("Dossiers");
  private final Table operations = DynamoForTests.table("Operations");
  private final Dossiers dossiers = new Dossiers(dossierTable);
  private Instant now = Instant.parse("2026-11-24T03:00:00Z");
  private final InstantSource clock = () -> now;
  private final MovedUnits moved = new MovedUnits(operations, clock);
  private final Transfers transfers = new Transfers(operations);
  private final TransferDesk desk = new TransferDesk(transfers, moved, dossierTable, clock);
  private final DossierRules rules =
      DossierRules.of(Catalogue.load(null), WorkingCalendar.load(null), Settings.of(Map.of()));

  @Test
  void allOpenDossiersAreMovedAndKeepTheirHistory() {
    register(1, OLD, new Responsible(OLD, "Chuyên viên"));
    register(2, OLD, new Responsible("HN-SNV", "Chuyên viên"));
    register(3, "HN-SNV", new Responsible(OLD, "Phó phòng"));
    register(4, OLD, null);
    register(5, "HN-SNV", null);
    status(4, DossierStatus.WITHDRAWN);
    desk.begin(OLD, NEW, "QĐ 12", null);

    minutes(2);

    assertThat(item(1).text("unit")).isEqualTo(NEW);
    assertThat(item(1).map("responsible").text("unit")).isEqualTo(NEW);
    assertThat(item(1).list("transfers").getFirst().text("from")).isEqualTo(OLD);
    assertThat(item(1).list("transfers").getFirst().text("reason")).isEqualTo("QĐ 12");
    assertThat(item(1).number("version")).isEqualTo(2);
    assertThat(item(2).text("unit")).isEqualTo(NEW);
    assertThat(item(2).map("responsible").text("unit")).isEqualTo("HN-SNV");
    assertThat(item(3).text("unit")).isEqualTo("HN-SNV");
    assertThat(item(3).map("responsible").text("unit")).isEqualTo(NEW);
    assertThat(item(3).map("responsible").text("role")).isEqualTo("Phó phòng");
    assertThat(item(4).text("unit")).isEqualTo(OLD);
    assertThat(item(5).number("version")).isEqualTo(1);
    assertThat(desk.left(transfers.find(OLD).orElseThrow())).isZero();
  }

  @Test
  void aRoleThatIsSaidIsEverybodysThere() {
    register(1, OLD, new Responsible(OLD, "Chuyên viên"));
    register(2, OLD, null);
    desk.begin(OLD, NEW, "QĐ 12", "Tổ tiếp nhận");
    minutes(1);
    for (int n = 1; n <= 2; n++) {
      assertThat(item(n).map("responsible").text("role")).isEqualTo("Tổ tiếp nhận");
      assertThat(item(n).map("responsible").text("unit")).isEqualTo(NEW);
    }
  }

  @Test
  void itEndsWhenItIsCertainThatNoneIsLeft() {
    desk.begin(OLD, NEW, "QĐ 12", null);
    minutes(1);
    // Whoever knew the units as they were registers one more.
    Register stale = registration(1, OLD, null);
    decide(new Register(stale.code(), stale.filing(), null, null));
    assertThat(transfers.find(OLD).orElseThrow().status()).isEqualTo("running");

    minutes(3);
    assertThat(item(1).text("unit")).isEqualTo(NEW);
    minutes(4);

    UnitTransfer done = transfers.find(OLD).orElseThrow();
    assertThat(done.status()).isEqualTo("done");
    assertThat(done.moved()).isEqualTo(1);
  }

  @Test
  void whatIsRegisteredForTheOldUnitIsRegisteredAtItsSuccessor() {
    register(1, OLD, null);
    desk.begin(OLD, NEW, "QĐ 12", null);
    minutes(1);

    Register repeated = registration(1, OLD, null);
    assertThat(decide(repeated)).isInstanceOf(Decision.Unchanged.class);
    register(2, OLD, new Responsible(OLD, "Chuyên viên"));

    assertThat(item(2).text("unit")).isEqualTo(NEW);
    assertThat(item(2).map("responsible").text("unit")).isEqualTo(NEW);
    assertThat(item(2).list("transfers").getFirst().text("to")).isEqualTo(NEW);
    assertThat(item(2).text("openIn")).startsWith(NEW + "/");
  }

  @Test
  void askingAgainGivesTheSameTransferAndAskingOtherwiseIsRefused() {
    UnitTransfer first = desk.begin(OLD, NEW, "QĐ 12", null);
    assertThat(desk.begin(OLD, NEW, "QĐ 12", null)).isEqualTo(first);
    assertThatThrownBy(() -> desk.begin(OLD, "HN-SNV", "QĐ 13", null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("transferred to HN-STP already");
    assertThatThrownBy(() -> desk.begin(NEW, OLD, "QĐ 13", null)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> desk.begin("HN-SNV", "HN-SNV", "QĐ 13", null))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void aSuccessorThatIsTransferredTooIsNoEnd() {
    register(1, OLD, null);
    desk.begin(OLD, NEW, "QĐ 12", null);
    desk.begin(NEW, "HN-SNV", "QĐ 13", null);
    minutes(2);
    register(2, OLD, null);
    assertThat(item(1).text("unit")).isEqualTo("HN-SNV");
    assertThat(item(2).text("unit")).isEqualTo("HN-SNV");
  }

  @Test
  void noChangeOfAStatusIsLostThatMeetsTheMove() {
    IntStream.range(10, 40).forEach(n -> register(n, OLD, null));
    desk.begin(OLD, NEW, "QĐ 12", null);

    CompletableFuture<Void> officers =
        CompletableFuture.runAsync(
            () -> IntStream.range(10, 40).forEach(n -> status(n, DossierStatus.PROCESSING)));
    minutes(2);
    officers.join();

    IntStream.range(10, 40)
        .forEach(
            n -> {
              assertThat(item(n).text("unit")).isEqualTo(NEW);
              assertThat(item(n).number("status")).isEqualTo(4);
              assertThat(item(n).number("version")).isEqualTo(3);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aMoveThatIsCutOffGoesOn(int last) {
    IntStream.rangeClosed(1, 3).forEach(n -> register(n, OLD, null));
    desk.begin(OLD, NEW, "QĐ 12", null);
    try {
      minute(CutClient.dying(last, true));
    } catch (CutClient.Kill cut) {
      // As meant.
    }

    minutes(3);

    IntStream.rangeClosed(1, 3)
        .forEach(
            n -> {
              assertThat(item(n).text("unit")).isEqualTo(NEW);
              assertThat(item(n).list("transfers")).hasSize(1);
            });
  }

  private void minutes(int count) {
    for (int n = 0; n < count; n++) {
      now = now.plus(Duration.ofMinutes(1)).plusSeconds(1);
      minute(operations.dynamo());
    }
  }

  private void minute(DynamoDbClient dynamo) {
    Settings settings =
        Settings.of(
            Map.of(
                "HOSO_DOSSIERS_TABLE", dossierTable.name(),
                "HOSO_OPERATIONS_TABLE", operations.name()));
    new TransfersHandler(settings, dynamo, clock)
        .handleRequest(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            new MockLambdaContext() {
              @Override
              public int getRemainingTimeInMillis() {
                return Integer.MAX_VALUE;
              }
            });
  }

  private void register(int n, String unit, @Nullable Responsible responsible) {
    decide(registration(n, unit, responsible));
  }

  private Register registration(int n, String unit, @Nullable Responsible responsible) {
    Filing filing =
        new Filing(
            "1.000689",
            unit,
            FilingChannel.IN_PERSON,
            new Applicant("An", null, null, null, Language.VI, true, null),
            Instant.parse("2026-11-24T02:00:00Z"),
            List.of(),
            responsible);
    return new Register(code(n), filing, null, null, moved.successors());
  }

  private Decision decide(Register register) {
    return dossiers.create(register.code(), it -> rules.decide(it, register, now));
  }

  private void status(int n, DossierStatus status) {
    ChangeStatus change = new ChangeStatus(status, null, null, null);
    dossiers.change(code(n), it -> rules.decide(it, change, now));
  }

  private Item item(int n) {
    return dossierTable.get(Map.of("code", code(n).value()));
  }

  private static DossierCode code(int n) {
    return new DossierCode("H26.15-261124-%04d".formatted(n));
  }
}
