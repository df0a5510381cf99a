package dev.hoso.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hoso.core.FilingChannel;
import dev.hoso.core.Name;
import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a city's own files may say. */
class CityCatalogueTest {
  private static final String PROCEDURE_COLUMNS =
      "code,name_vi,name_en,field_vi,field_en,level,working_days,returns_document,"
          + "fee_before_result,note";
  private static final String PROCEDURE = "1.004222,Tên,Name,Lĩnh vực,Field,commune,7,no,yes,note";
  private static final String FEE_COLUMNS = "procedure,channel,valid_from,amount,basis";
  private static final String FEE = "1.004222,online,2025-07-01,10000,Circular";
  private static final String UNIT_COLUMNS = "code,name_vi,name_en,level,kind,parent";
  private static final String UNIT = "48,Đà Nẵng,Da Nang,city,thành phố,";

  @TempDir Path folder;

  @BeforeEach
  void aCityWithOneOfEach() throws IOException {
    procedures(PROCEDURE);
    fees(FEE);
    units(UNIT);
  }

  @Test
  void aCitysFilesStandInForHanois() {
    Catalogue city = Catalogue.load(folder);

    assertThat(city.procedures())
        .containsExactly(
            new Procedure(
                "1.004222",
                new Name("Tên", "Name"),
                new Name("Lĩnh vực", "Field"),
                "commune",
                List.of(
                    new Fee(FilingChannel.ONLINE, 10_000, LocalDate.of(2025, 7, 1), "Circular")),
                7,
                false,
                true,
                "note"));
    assertThat(city.units())
        .containsExactly(new Unit("48", new Name("Đà Nẵng", "Da Nang"), "city", "thành phố", null));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "1.4222,Tên,Name,Lĩnh vực,Field,commune,7,no,yes,", column code: '1.4222' is not
          "1.004222,Tên,Name,Lĩnh vực,Field,commune,7,no,yes,", column code: 1.004222 stands here for the second time
          "1.000001,,Name,Lĩnh vực,Field,commune,7,no,yes,", column name_vi: is empty
          "1.000001,Tên,Name,Lĩnh vực,Field,district,7,no,yes,", column level: 'district' is not one of
          "1.000001,Tên,Name,Lĩnh vực,Field,commune,seven,no,yes,", column working_days: 'seven' is not
          "1.000001,Tên,Name,Lĩnh vực,Field,commune,-7,no,yes,", column working_days: '-7' is not
          "1.000001,Tên,Name,Lĩnh vực,Field,commune,7,maybe,yes,", column returns_document: 'maybe' is not
          """)
  void aBadProcedureIsRefused(String row, String complaint) throws IOException {
    procedures(PROCEDURE, row);

    assertRefused("procedures.csv, line 3, " + complaint);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "1.000001,online,2025-07-01,10000,Circular", column procedure: 1.000001 is not in procedures.csv
          "1.004222,fax,2025-07-01,10000,Circular", "column channel: must be inPerson, online or post"
          "1.004222,online,1/7/2025,10000,Circular", column valid_from: '1/7/2025' is not a date
          "1.004222,online,2025-07-01,20000,Circular", column valid_from: a fee of this channel from this day
          "1.004222,post,2025-07-01,,Circular", column amount: is empty
          "1.004222,post,2025-07-01,100,Circular", column amount: 100 is neither 0 nor at least 1000
          "1.004222,post,2025-07-01,-5000,Circular", column amount: '-5000' is not
          "1.004222,post,2025-07-01,10.000,Circular", column amount: '10.000' is not
          "1.004222,post,2025-07-01,10000,", column basis: is empty
          """)
  void aBadFeeIsRefused(String row, String complaint) throws IOException {
    fees(FEE, row);

    assertRefused("fees.csv, line 3, " + complaint);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "48,Đà Nẵng,Da Nang,city,thành phố,", column code: 48 stands here for the second time
          "Đ1,Phường,Ward,commune,phường,48", column code: 'Đ1' is not
          "20242,Phường,Ward,commune,phường,49", column parent: 49 is not the code of a unit in a line above
          "20242,Phường,Ward,commune,phường,20242", column parent: 20242 is not the code of a unit in a line above
          "20242,Phường,Ward,district,quận,48", column level: 'district' is not one of
          """)
  void aBadUnitIsRefused(String row, String complaint) throws IOException {
    units(UNIT, row);

    assertRefused("units.csv, line 3, " + complaint);
  }

  @Test
  void aFeeOfZeroIsTaken() throws IOException {
    fees(FEE, "1.004222,online,2026-01-01,0,Resolution");

    assertThat(
            Catalogue.load(folder)
                .procedure("1.004222")
                .orElseThrow()
                .feeFor(FilingChannel.ONLINE, LocalDate.of(2026, 1, 1)))
        .hasValue(0);
  }

  private void procedures(String... rows) throws IOException {
    write("procedures.csv", PROCEDURE_COLUMNS, rows);
  }

  private void fees(String... rows) throws IOException {
    write("fees.csv", FEE_COLUMNS, rows);
  }

  private void units(String... rows) throws IOException {
    write("units.csv", UNIT_COLUMNS, rows);
  }

  private void write(String file, String columns, String... rows) throws IOException {
    new CityFolder(folder).with(file, columns, String.join("\n", rows));
  }

  private void assertRefused(String complaint) {
    assertThatExceptionOfType(BadCityFile.class)
        .isThrownBy(() -> Catalogue.load(folder))
        .withMessageStartingWith(folder.toString())
        .withMessageContaining(complaint);
  }
}
