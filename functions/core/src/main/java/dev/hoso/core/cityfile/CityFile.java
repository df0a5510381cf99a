package dev.hoso.core.cityfile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table in UTF-8 CSV whose first line names its columns; a byte order mark is forgiven. */
public final class CityFile {
  private static final String OURS = "/hoso/catalogue/";

  private CityFile() {}

  /**
   * The rows of the city's file where it has one, else of Hoso's own.
   *
   * @param cityFolder null for a city that replaces nothing
   * @param columns those that will be read; the file may have more, in any order
   * @throws BadCityFile when there are no rows, a column is missing, or a line has too few or too
   *     many fields
   */
  public static List<Row> read(@Nullable Path cityFolder, String name, String... columns) {
    Optional<Path> citys =
        Optional.ofNullable(cityFolder)
            .map(folder -> folder.resolve(name))
            .filter(Files::isRegularFile);
    String file = citys.map(Path::toString).orElse("classpath:" + OURS + name);
    try (InputStream bytes = citys.isPresent() ? Files.newInputStream(citys.get()) : ours(name)) {
      return rows(file, bytes, columns);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  /**
   * The rows of a table that somebody sent.
   *
   * @param name what it is called in complaints
   * @throws BadCityFile as {@link #read}
   */
  public static List<Row> sent(String name, byte[] bytes, String... columns) {
    try {
      return rows(name, new ByteArrayInputStream(bytes), columns);
    } catch (IOException impossible) {
      throw new UncheckedIOException(name, impossible);
    }
  }

  private static InputStream ours(String name) throws IOException {
    InputStream bytes = CityFile.class.getResourceAsStream(OURS + name);
    if (bytes == null) {
      throw new FileNotFoundException(OURS + name);
    }
    return bytes;
  }

  private static List<Row> rows(String file, InputStream bytes, String... columns)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(bytes)) {
      for (NamedCsvRecord fields : csv) {
        rows.add(new Row(file, requireColumns(file, fields, columns)));
      }
    } catch (CsvParseException broken) {
      throw new BadCityFile(file, broken);
    }
    if (rows.isEmpty()) {
      throw new BadCityFile(file, "has no rows; leave the file out to keep Hoso's own");
    }
    return List.copyOf(rows);
  }

  private static NamedCsvRecord requireColumns(
      String file, NamedCsvRecord fields, String... columns) {
    for (String column : columns) {
      if (!fields.getHeader().contains(column)) {
        throw new BadCityFile(file + ", line 1, column " + column, "is missing");
      }
    }
    return fields;
  }
}
