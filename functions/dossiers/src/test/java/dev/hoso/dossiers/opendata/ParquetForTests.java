package dev.hoso.dossiers.opendata;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the open data by somebody else's reader. */
final class ParquetForTests {
  private ParquetForTests() {}

  /** The rows as CSV has them. */
  static List<String> read(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
        RowReader row = reader.rowReader()) {
      while (row.hasNext()) {
        row.next();
        StringBuilder line = new StringBuilder(row.getDate(0).toString());
        line.append(',').append(row.getString(1)).append(',').append(row.getString(2));
        for (int column = 3; column < Row.COLUMNS.size(); column++) {
          line.append(',').append(row.isNull(column) ? "" : row.getInt(column));
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }
}
