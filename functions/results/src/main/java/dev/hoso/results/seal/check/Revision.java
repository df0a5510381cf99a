package dev.hoso.results.seal.check;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was when one of its signatures was made: a PDF is changed by adding to its end,
 * so it is the beginning of what was sent.
 *
 * @param end in bytes
 */
record Revision(PDDocument document, long end) implements Closeable {
  /** The document that ends there. */
  static Revision of(byte[] pdf, long end) throws IOException {
    ByteBuffer beginning = ByteBuffer.wrap(pdf, 0, (int) end).slice();
    return new Revision(Loader.loadPDF(new RandomAccessReadBuffer(beginning)), end);
  }

  /** What is called so in this revision; null where nothing is. */
  @Nullable COSBase object(COSObjectKey key) {
    return cos().getObjectFromPool(key).getObject();
  }

  /** The catalog, from which everything that is shown can be reached. */
  COSDictionary catalog() {
    return document.getDocumentCatalog().getCOSObject();
  }

  /** The name of the catalog. */
  @Nullable COSObjectKey root() {
    COSBase root = cos().getTrailer().getItem(COSName.ROOT);
    return root instanceof COSObject object ? object.getKey() : null;
  }

  /** Whether that name stands for the very same bytes in a later revision. */
  boolean unmoved(COSObjectKey key, Revision later) {
    Long here = cos().getXrefTable().get(key);
    Long there = later.cos().getXrefTable().get(key);
    if (here == null || !here.equals(there)) {
      return false;
    }
    // A negative place is the number of the stream that holds it among others.
    return here >= 0 || unmoved(new COSObjectKey(-here, 0), later);
  }

  COSDocument cos() {
    return document.getDocument();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
