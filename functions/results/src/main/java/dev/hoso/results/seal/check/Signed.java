package dev.hoso.results.seal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * What one signature, or one time stamp over the document, says that it signs: everything before
 * {@code gap} and from {@code afterGap} to {@code end}. In the gap stands the signature itself, in
 * hexadecimal digits.
 *
 * @param timestamp whether it is a time stamp (DocTimeStamp), which no person made
 * @param end where the document ended when it was signed, in bytes
 */
record Signed(boolean timestamp, long gap, long afterGap, long end) {
  private static final COSName DOC_TIME_STAMP = COSName.getPDFName("DocTimeStamp");
  private static final COSName TIME_STAMP_FORMAT = COSName.getPDFName("ETSI.RFC3161");

  /**
   * What this dictionary says.
   *
   * @throws RefusedDocument when it is not the dictionary of a signature
   */
  static Signed of(COSBase value) throws RefusedDocument {
    if (value instanceof COSDictionary signature
        && signature.getDictionaryObject(COSName.BYTERANGE) instanceof COSArray numbers
        && isRange(numbers)
        && signature.getDictionaryObject(COSName.CONTENTS) instanceof COSString) {
      return new Signed(
          isTimestamp(signature), number(numbers, 1), number(numbers, 2), end(numbers));
    }
    throw new RefusedDocument(Flaw.UNREADABLE_SIGNATURE.reason("A signature"));
  }

  /**
   * What every field of the form says that has a signature, in the order in which they were made.
   *
   * @throws RefusedDocument when one of them has something else
   */
  static List<Signed> in(PDDocument document) throws RefusedDocument {
    PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
    Set<COSBase> values = Collections.newSetFromMap(new IdentityHashMap<>());
    if (form != null) {
      for (PDField field : form.getFieldTree()) {
        COSBase value = field.getCOSObject().getDictionaryObject(COSName.V);
        if (field instanceof PDSignatureField && value != null) {
          values.add(value);
        }
      }
    }
    List<Signed> signed = new ArrayList<>();
    for (COSBase value : values) {
      signed.add(of(value));
    }
    signed.sort(Comparator.comparingLong(Signed::end));
    return signed;
  }

  /**
   * Whether nothing but the hexadecimal digits of a signature is left out, and the rest is there.
   */
  boolean wholly(byte[] pdf) {
    if (gap < 1 || afterGap < gap + 2 || end < afterGap || end > pdf.length) {
      return false;
    }
    if (pdf[(int) gap] != '<' || pdf[(int) afterGap - 1] != '>') {
      return false;
    }
    for (int i = (int) gap + 1; i < afterGap - 1; i++) {
      if (Character.digit(pdf[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTimestamp(COSDictionary signature) {
    return DOC_TIME_STAMP.equals(signature.getCOSName(COSName.TYPE))
        || TIME_STAMP_FORMAT.equals(signature.getCOSName(COSName.SUB_FILTER));
  }

  private static boolean isRange(COSArray numbers) {
    for (COSBase number : numbers.toList()) {
      if (!(number instanceof COSNumber)) {
        return false;
      }
    }
    return numbers.size() == 4 && number(numbers, 0) == 0;
  }

  private static long number(COSArray numbers, int index) {
    return ((COSNumber) numbers.getObject(index)).longValue();
  }

  private static long end(COSArray numbers) {
    return number(numbers, 2) + number(numbers, 3);
  }
}
