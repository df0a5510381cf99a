package dev.hoso.dossiers.opendata;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;

/**
 * A column of a Parquet file, its values in the encoding PLAIN
 * (https://parquet.apache.org/docs/file-format/data-pages/encodings/).
 *
 * @param converted what the values mean; null for what they are
 * @param optional whether a value may be missing
 */
record ParquetColumn(
    String name,
    Type type,
    @Nullable ConvertedType converted,
    boolean optional,
    Function<Row, @Nullable Object> value) {

  static ParquetColumn day(Function<Row, LocalDate> value) {
    return new ParquetColumn(
        "day", Type.INT32, ConvertedType.DATE, false, row -> (int) value.apply(row).toEpochDay());
  }

  static ParquetColumn text(String name, Function<Row, String> value) {
    return new ParquetColumn(name, Type.BYTE_ARRAY, ConvertedType.UTF8, false, value::apply);
  }

  static ParquetColumn count(String name, Function<Row, @Nullable Integer> value) {
    return new ParquetColumn(name, Type.INT32, null, true, value::apply);
  }

  SchemaElement schema() {
    SchemaElement element = new SchemaElement(name);
    element.setType(type);
    element.setRepetition_type(
        optional ? FieldRepetitionType.OPTIONAL : FieldRepetitionType.REQUIRED);
    if (converted != null) {
      element.setConverted_type(converted);
    }
    return element;
  }

  /** A page of version 1: which values are there, and those that are. */
  byte[] page(List<Row> rows) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    if (optional) {
      byte[] levels = levels(rows);
      page.writeBytes(number(levels.length));
      page.writeBytes(levels);
    }
    for (Row row : rows) {
      Object it = value.apply(row);
      if (it != null) {
        page.writeBytes(plain(it));
      }
    }
    return page.toByteArray();
  }

  /** One bit for each row, in one run of bit-packed groups of eight (RLE/bit-packing hybrid). */
  private byte[] levels(List<Row> rows) {
    int groups = (rows.size() + Byte.SIZE - 1) / Byte.SIZE;
    byte[] bits = new byte[groups];
    for (int n = 0; n < rows.size(); n++) {
      if (value.apply(rows.get(n)) != null) {
        bits[n / Byte.SIZE] |= (byte) (1 << (n % Byte.SIZE));
      }
    }
    ByteArrayOutputStream levels = new ByteArrayOutputStream();
    // The header of the run as a ULEB128; the last bit says that it is bit-packed.
    int header = (groups << 1) | 1;
    while (header > 0x7f) {
      levels.write((header & 0x7f) | 0x80);
      header >>>= 7;
    }
    levels.write(header);
    levels.writeBytes(bits);
    return levels.toByteArray();
  }

  private static byte[] plain(Object value) {
    if (value instanceof Integer number) {
      return number(number);
    }
    byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + text.length)
        .put(number(text.length))
        .put(text)
        .array();
  }

  private static byte[] number(int number) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }
}
