package dev.hoso.indicators.late;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.hoso.core.Language;
import dev.hoso.core.Name;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The list as a table to work with: a row for each unit and procedure. */
public final class Sheets {
  /** Excel takes a CSV for UTF-8 only with this. */
  private static final String MARK = "\ufeff";

  private static final List<Name> COLUMNS =
      List.of(
          new Name("Tuần", "Week"),
          new Name("Hạng", "Rank"),
          new Name("Mã đơn vị", "Unit"),
          new Name("Đơn vị", "Name"),
          new Name("Hồ sơ quá hạn của đơn vị", "Late at the unit"),
          new Name("So với tuần trước", "Change since last week"),
          new Name("Mã thủ tục", "Procedure"),
          new Name("Thủ tục", "Name of the procedure"),
          new Name("Hồ sơ quá hạn", "Late"),
          new Name("Lâu nhất (ngày làm việc)", "Longest (working days)"),
          new Name("Người chịu trách nhiệm", "Who answers"));

  private final Language language;
  private final Function<String, String> units;
  private final Function<String, String> procedures;

  /**
   * Sheets in a language.
   *
   * @param units what units are called
   * @param procedures what procedures are called
   */
  public Sheets(
      Language language, Function<String, String> units, Function<String, String> procedures) {
    this.language = language;
    this.units = units;
    this.procedures = procedures;
  }

  /** As CSV in UTF-8, with the mark by which Excel knows it. */
  public String csv(WeeklyList list) {
    StringWriter text = new StringWriter().append(MARK);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(titles());
      rows(list).forEach(row -> csv.writeRecord(row.stream().map(Sheets::plain).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** As XLSX, numbers as numbers. */
  public byte[] xlsx(WeeklyList list) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Hoso", "1.0")) {
      Worksheet sheet = book.newWorksheet(list.week());
      write(sheet, 0, titles());
      sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().set();
      sheet.freezePane(0, 1);
      int row = 1;
      for (List<Object> cells : rows(list)) {
        write(sheet, row++, cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private List<String> titles() {
    return COLUMNS.stream().map(column -> column.in(language)).toList();
  }

  private List<List<Object>> rows(WeeklyList list) {
    List<List<Object>> rows = new ArrayList<>();
    for (UnitLate unit : list.units()) {
      for (UnitLate.Part part : unit.what()) {
        rows.add(row(list, unit, part));
      }
    }
    return rows;
  }

  private List<Object> row(WeeklyList list, UnitLate unit, UnitLate.Part part) {
    Long change = unit.change();
    return List.of(
        list.week(),
        unit.rank(),
        unit.unit(),
        units.apply(unit.unit()),
        unit.late(),
        change == null ? "" : change,
        part.of(),
        procedures.apply(part.of()),
        part.late(),
        part.longest(),
        String.join("; ", unit.answers().stream().map(UnitLate.Part::of).toList()));
  }

  private static void write(Worksheet sheet, int row, List<?> cells) {
    for (int column = 0; column < cells.size(); column++) {
      if (cells.get(column) instanceof Number number) {
        sheet.value(row, column, number);
      } else {
        sheet.value(row, column, cells.get(column).toString());
      }
    }
  }

  /** A text that a spreadsheet would take for a formula is one no more. */
  private static String plain(Object cell) {
    String text = cell.toString();
    return !(cell instanceof Number) && text.matches("[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
