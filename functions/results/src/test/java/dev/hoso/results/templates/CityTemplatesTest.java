package dev.hoso.results.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hoso.core.cityfile.BadCityFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a city's own templates may say. */
class CityTemplatesTest {
  private static final String TEMPLATE = "1.004222,Tên,Của {fullName}:,Hết";
  private static final String FIELD = "1.004222,fullName,Họ tên,yes,120";
  private static final String OPTIONAL = "1.004222,notes,Ghi chú,no,50";

  @TempDir Path folder;

  @BeforeEach
  void aCityWithOneOfEach() throws IOException {
    templates(TEMPLATE);
    fields(FIELD, OPTIONAL);
  }

  @Test
  void aCitysFilesStandInForOurs() {
    ResultTemplates city = ResultTemplates.load(folder);

    assertThat(city.of("2.000635")).isEmpty();
    assertThat(city.of("1.004222"))
        .contains(
            new ResultTemplate(
                "1.004222",
                "Tên",
                "Của {fullName}:",
                "Hết",
                List.of(
                    new Field("fullName", "Họ tên", true, 120),
                    new Field("notes", "Ghi chú", false, 50))));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "1.004222,Tên,,", column procedure: 1.004222 stands here for the second time
          "1.000001,Tên,,", column procedure: 1.000001 has no fields
          "1.004222,,,", column title: is empty
          "1.004222,Tên,Của {name}:,", column opening: {name} names no field
          "1.004222,Tên,Của {}:,", column opening: {} names no field
          "1.004222,Tên,,{fullname}", column closing: {fullname} names no field
          "1.004222,Tên,,{notes}", column closing: {notes} is not required
          """)
  void aBadTemplateIsRefused(String row, String complaint) throws IOException {
    templates(TEMPLATE, row);

    assertRefused("result-templates.csv, line 3, " + complaint);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "1.004222,fullName,Tên,no,10", column name: fullName stands here for the second time
          "1.004222,Họ tên,Tên,no,10", column name: 'Họ tên' is not a name
          "1.004222,other,,no,10", column label: is empty
          "1.004222,other,Tên,maybe,10", column required: 'maybe' is not one of
          "1.004222,other,Tên,no,0", column longest: 0 is not 1 to 2000
          "1.004222,other,Tên,no,2001", column longest: 2001 is not 1 to 2000
          "1.000001,other,Tên,no,10", column procedure: 1.000001 is not in result-templates.csv
          """)
  void aBadFieldIsRefused(String row, String complaint) throws IOException {
    fields(FIELD, row);

    assertRefused("result-fields.csv, line 3, " + complaint);
  }

  private void templates(String... rows) throws IOException {
    write("result-templates.csv", "procedure,title,opening,closing", rows);
  }

  private void fields(String... rows) throws IOException {
    write("result-fields.csv", "procedure,name,label,required,longest", rows);
  }

  private void write(String file, String columns, String... rows) throws IOException {
    Files.writeString(folder.resolve(file), columns + "\n" + String.join("\n", rows) + "\n");
  }

  private void assertRefused(String complaint) {
    assertThatExceptionOfType(BadCityFile.class)
        .isThrownBy(() -> ResultTemplates.load(folder))
        .withMessageStartingWith(folder.toString())
        .withMessageContaining(complaint);
  }
}
