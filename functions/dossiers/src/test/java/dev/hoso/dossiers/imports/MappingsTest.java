package dev.hoso.dossiers.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping is read when the function starts, and a mistake in it is named there. */
class MappingsTest {
  private static final Catalogue CATALOGUE = Catalogue.load(null);
  private static final String COLUMNS = "mapping,part,column,form";
  private static final String[] ENOUGH = {
    "old,code,Code,",
    "old,procedure,Procedure,",
    "old,unit,Unit,",
    "old,name,Name,",
    "old,status,Status,"
  };

  @TempDir Path folder;

  @Test
  void aCitysMappingsStandBesideOurs() throws IOException {
    with("old,receivedAt,Day+Hour,dd/MM/yyyy HH:mm");

    Mappings mappings = Mappings.load(folder, CATALOGUE);

    assertThat(mappings.names()).containsExactly("hoso", "old", "one-stop");
    assertThat(mappings.of("old").orElseThrow().columns())
        .containsExactly("Code", "Day", "Hour", "Name", "Procedure", "Status", "Unit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          old,colour,Colour,;      line 7, column part: colour is no part of a dossier
          old,code,Code,;          line 7, column part: code stands here for the second time
          old,phone,,;             line 7, column column: is empty and must not be
          old,dueAt,Due,;          line 7, column form: is empty and must not be
          old,dueAt,Due,{;         line 7, column form: is no pattern
          old,charset,UTF-16,;     line 7, column column: 'UTF-16' is no charset
          other,code,Code,;        the mapping other has no line for name
          """)
  void aMistakeIsNamed(String line, String complaint) throws IOException {
    with(line);
    assertThatThrownBy(() -> Mappings.load(folder, CATALOGUE))
        .isInstanceOf(BadCityFile.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource({
    "status, Done, 11",
    "status, Done, nine",
    "unit, Ward 4, NOWHERE",
    "channel, By hand, hand",
    "consent, Yes, true",
    "name, Hoa, Lan"
  })
  void aWordMeansSomethingThatThereIs(String part, String word, String value) throws IOException {
    with("old,phone,Phone,");
    new CityFolder(folder)
        .with(
            "import-words.csv",
            "mapping,part,word,value",
            "old," + part + "," + word + "," + value);
    assertThatThrownBy(() -> Mappings.load(folder, CATALOGUE))
        .isInstanceOf(BadCityFile.class)
        .hasMessageContaining("line 2, column value: '" + value + "' is no " + part);
  }

  private void with(String line) throws IOException {
    String[] lines = new String[ENOUGH.length + 2];
    lines[0] = COLUMNS;
    System.arraycopy(ENOUGH, 0, lines, 1, ENOUGH.length);
    lines[lines.length - 1] = line;
    new CityFolder(folder).with("imports.csv", lines);
  }
}
