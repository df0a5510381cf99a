package dev.hoso.dossiers.opendata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/**
 * The open data as Parquet: one row group, one page for each column, compressed with gzip. What is
 * left out is null.
 *
 * <p>parquet-java writes files too, but needs Hadoop for it (a file's name is a Hadoop {@code
 * Path}), 40 MB for six columns. Of it only the structures of the format are taken, which are
 * Thrift; the rest are three encodings.
 */
final class CountsParquet {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private static final List<ParquetColumn> COLUMNS =
      List.of(
          ParquetColumn.day(row -> row.cell().day()),
          ParquetColumn.text("procedure", row -> row.cell().procedure()),
          ParquetColumn.text("unit", row -> row.cell().unit()),
          ParquetColumn.count("received", Row::received),
          ParquetColumn.count("decided", Row::decided),
          ParquetColumn.count("onTime", Row::onTime),
          ParquetColumn.count("late", Row::late));

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final List<ColumnChunk> chunks = new ArrayList<>();
  private long bytes;

  private CountsParquet() {}

  static byte[] of(List<Row> rows) {
    try {
      return new CountsParquet().written(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] written(List<Row> rows) throws IOException {
    file.writeBytes(MAGIC);
    List<SchemaElement> schema = new ArrayList<>();
    SchemaElement root = new SchemaElement("counts");
    root.setNum_children(COLUMNS.size());
    schema.add(root);
    for (ParquetColumn column : COLUMNS) {
      schema.add(column.schema());
      write(column, rows);
    }
    List<RowGroup> groups =
        rows.isEmpty() ? List.of() : List.of(new RowGroup(chunks, bytes, rows.size()));
    FileMetaData metadata = new FileMetaData(1, schema, rows.size(), groups);
    metadata.setCreated_by("hoso");
    int start = file.size();
    Util.writeFileMetaData(metadata, file);
    int length = file.size() - start;
    file.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
    file.writeBytes(MAGIC);
    return file.toByteArray();
  }

  private void write(ParquetColumn column, List<Row> rows) throws IOException {
    byte[] page = column.page(rows);
    byte[] compressed = compressed(page);
    PageHeader header = new PageHeader(PageType.DATA_PAGE, page.length, compressed.length);
    header.setData_page_header(
        new DataPageHeader(rows.size(), Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    int start = file.size();
    Util.writePageHeader(header, file);
    int headerLength = file.size() - start;
    file.writeBytes(compressed);
    ColumnMetaData metadata =
        new ColumnMetaData(
            column.type(),
            List.of(Encoding.PLAIN, Encoding.RLE),
            List.of(column.name()),
            CompressionCodec.GZIP,
            rows.size(),
            headerLength + page.length,
            headerLength + compressed.length,
            start);
    ColumnChunk chunk = new ColumnChunk(start);
    chunk.setMeta_data(metadata);
    chunks.add(chunk);
    bytes += headerLength + page.length;
  }

  private static byte[] compressed(byte[] page) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(page);
    }
    return compressed.toByteArray();
  }
}
