package dev.hoso.dossiers.imports;

import static dev.hoso.dossiers.imports.Office.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.dossiers.CutClient;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is cut off at whichever write is followed by another, and all comes to the same. */
class CrashTest {
  private static final String CODE = "H26.15-261102-000%d";

  private final Office office = new Office();

  /** Its start, its lease, four dossiers of which one is here, how far it was read, its end. */
  static Stream<Arguments> writes() {
    return Stream.iterate(1, n -> n <= 8, n -> n + 1)
        .flatMap(n -> Stream.of(Arguments.of(n, true), Arguments.of(n, false)));
  }

  @ParameterizedTest(name = "write {0}, written: {1}")
  @MethodSource("writes")
  void anImportThatIsCutOffComesToTheSame(int last, boolean written) {
    office.told(office.put(line(code(1))));
    String id =
        office.put(
            line(code(1), "name", "Somebody else")
                + line(code(2))
                + line(code(3))
                + line(code(3))
                + line(code(4), "unit", "NOWHERE"));
    try {
      office.told(id, CutClient.dying(last, written), Integer.MAX_VALUE);
    } catch (CutClient.Kill cut) {
      // As meant.
    }

    office.told(id);
    office.minute();

    Import done = office.read(id);
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.progress())
        .extracting(Progress::lines, Progress::takenOver, Progress::same, Progress::refused)
        .containsExactly(5L, 2L, 1L, 2L);
    assertThat(office.report(id)).hasSize(2);
    assertThat(office.dossier(code(2)).number("version")).isEqualTo(1);
  }

  @Test
  void aFileIsReadOnWhereTheTimeWasOver() {
    StringBuilder lines = new StringBuilder();
    for (int n = 0; n < 2_100; n++) {
      lines.append("H26,,,\n");
    }
    String id = office.put(lines + line(code(1)));
    office.told(id, office.dossiers.dynamo(), 0);
    assertThat(office.read(id).progress().offset()).isZero();

    office.minute();

    assertThat(office.read(id).progress().takenOver()).isEqualTo(1);
    assertThat(office.read(id).progress().lines()).isEqualTo(2_101);
    assertThat(office.report(id)).hasSizeGreaterThan(2_100);
    assertThat(office.bucket.keys()).filteredOn(it -> it.startsWith("refused/")).hasSize(2);
  }

  @Test
  void pausedNothingIsReadResumedTheRestIsAndCancelledWhatIsHereStays() {
    String id = office.put(line(code(1)));
    office.told(id, office.dossiers.dynamo(), 0);
    assertThat(office.call("POST", "/imports/" + id + "/pause", "{}").text("status"))
        .isEqualTo("paused");
    office.minute();
    assertThat(office.read(id).progress().lines()).isZero();
    assertThat(office.call("POST", "/imports/" + id + "/resume", "{}").text("status"))
        .isEqualTo("running");
    office.minute();
    assertThat(office.read(id).state()).isEqualTo(State.DONE);
    assertThat(office.call("POST", "/imports/" + id + "/cancel", "{}").status()).isEqualTo(409);

    String other = office.begun("hoso", false);
    assertThat(office.call("POST", "/imports/" + other + "/cancel", "{}").text("status"))
        .isEqualTo("cancelled");
    office.minute();
    assertThat(office.report(other)).isEmpty();
    assertThat(office.dossier(code(1)).isEmpty()).isFalse();
  }

  @Test
  void aFileThatIsPutAnewWhileItIsReadFailsTheImport() {
    String id = office.put("H26,,,\n".repeat(2_100));
    office.told(id, office.dossiers.dynamo(), 0);
    new Imports(office.operations)
        .advance(
            office.read(id),
            new Progress("other", 10, 100, 2, 1, 0, 0, 0, "code", null),
            office.now);

    office.minute();

    assertThat(office.read(id).state()).isEqualTo(State.FAILED);
    assertThat(office.read(id).failure()).contains("put anew");
  }

  private static String code(int n) {
    return CODE.formatted(n);
  }
}
