package dev.hoso.core.cityfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CityFileTest {
  @TempDir Path folder;

  @Test
  void aCityWithoutTheFileHasHosos() {
    assertThat(CityFile.read(folder, "notices.csv", "year"))
        .hasSameSizeAs(CityFile.read(null, "notices.csv", "year"));
  }

  @Test
  void aFolderThatIsNotThereIsLikeAnEmptyOne() {
    assertThat(CityFile.read(folder.resolve("absent"), "notices.csv", "year")).isNotEmpty();
  }

  @Test
  void aCitysFileStandsInForHosos() throws IOException {
    city("year,document", "2030,Thông báo 1");

    assertThat(rows()).hasSize(1);
    assertThat(rows().getFirst().text("document")).isEqualTo("Thông báo 1");
  }

  @Test
  void columnsMayStandInAnyOrderWithOthersBetweenThem() throws IOException {
    city("document,note,year", "a,b,2030");

    assertThat(rows().getFirst().number("year")).isEqualTo(2030);
  }

  @Test
  void aByteOrderMarkIsForgiven() throws IOException {
    city("\ufeffyear,document", "2030,a");

    assertThat(rows().getFirst().number("year")).isEqualTo(2030);
  }

  @Test
  void lettersOfTwoCodePointsBecomeOne() throws IOException {
    city("year,document", "2030,Tho\u0302ng ba\u0301o");

    assertThat(rows().getFirst().text("document")).isEqualTo("Th\u00f4ng b\u00e1o");
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    city("year,documents", "2030,a");

    assertRefused("notices.csv, line 1, column document: is missing");
  }

  @Test
  void aFileWithoutRowsIsRefused() throws IOException {
    city("year,document");

    assertRefused("notices.csv: has no rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2031", "2031,a,b"})
  void aLineOfAnotherLengthIsRefusedWithItsNumber(String line) throws IOException {
    city("year,document", "2030,a", line);

    assertRefused("3");
  }

  @Test
  void anotherEncodingIsRefused() throws IOException {
    city("year,document");
    Path file = folder.resolve("notices.csv");
    byte[] notUtf8 = {'2', '0', '3', '0', ',', 'T', 'h', (byte) 0xf4, 'n', 'g', '\n'};
    Files.write(file, notUtf8, StandardOpenOption.APPEND);

    assertThatExceptionOfType(BadCityFile.class)
        .isThrownBy(() -> rows().getFirst().text("document"))
        .withMessageEndingWith("notices.csv, line 2, column document: is not in UTF-8");
  }

  @Test
  void whatCannotBeReadInAColumnIsNamed() throws IOException {
    city("year,document", "x,", "'1',2026-02-30");
    Row first = rows().getFirst();
    Row second = rows().getLast();

    assertBad("line 2, column year: 'x' is not a whole number", () -> first.number("year"));
    assertBad("line 2, column document: is empty", () -> first.text("document"));
    assertBad("line 3, column document: '2026-02-30' is not a date", () -> second.date("document"));
    assertBad("line 2, column year: 'x' is not one of yes, no", () -> first.yes("year"));
  }

  @Test
  void anEmptyNumberOfDaysIsUnknownAndNotZero() throws IOException {
    city("year,document", ",0", "3661,a");

    assertThat(rows().getFirst().days("year")).isNull();
    assertThat(rows().getFirst().days("document")).isZero();
    assertBad("3661 days are more than ten years", () -> rows().getLast().days("year"));
  }

  private void city(String... lines) throws IOException {
    new CityFolder(folder).with("notices.csv", lines);
  }

  private List<Row> rows() {
    return CityFile.read(folder, "notices.csv", "year", "document");
  }

  private void assertRefused(String message) {
    assertBad(message, this::rows);
  }

  private static void assertBad(String message, ThrowingCallable call) {
    assertThatExceptionOfType(BadCityFile.class).isThrownBy(call).withMessageContaining(message);
  }
}
