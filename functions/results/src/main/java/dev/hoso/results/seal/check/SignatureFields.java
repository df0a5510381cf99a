package dev.hoso.results.seal.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * Whether a field is the one of the signature that ends a step, and no more: without actions, and
 * invisible if it is a time stamp's, for which nobody with a trusted certificate answers.
 *
 * @param before the revision in which it was not there
 * @param end where the revision ends that its signature signs
 */
record SignatureFields(Revision before, long end) {
  private static final Set<COSName> ENTRIES =
      names(
          "Type",
          "Subtype",
          "FT",
          "T",
          "TU",
          "TM",
          "V",
          "F",
          "Ff",
          "Rect",
          "P",
          "AP",
          "MK",
          "DA",
          "DR",
          "Alt",
          "Lock",
          "SV",
          "Border",
          "BS",
          "NM",
          "M",
          "H",
          "StructParent");
  private static final Set<COSName> FILLED_IN = names("V", "AP", "F", "MK", "DA", "NM", "M");

  /** Whether an entry that was added to a list is such a field, and new. */
  boolean added(COSBase item) {
    return item instanceof COSObject reference
        && reference.getKey() != null
        && !before.cos().getXrefTable().containsKey(reference.getKey())
        && reference.getObject() instanceof COSDictionary field
        && ENTRIES.containsAll(field.keySet())
        && COSName.SIG.equals(field.getCOSName(COSName.FT))
        && isSigned(field);
  }

  /** Whether a field that waited for a signature has it, and is else what it was. */
  boolean filled(COSDictionary was, COSDictionary is) {
    Set<COSName> changed = Sameness.differences(was, is);
    changed.removeAll(FILLED_IN);
    if (!shown(is)) {
      changed.remove(COSName.RECT);
    }
    return changed.isEmpty() && isSigned(is);
  }

  private boolean isSigned(COSDictionary field) {
    COSBase value = field.getDictionaryObject(COSName.V);
    if (value == null) {
      return false;
    }
    try {
      Signed signed = Signed.of(value);
      return signed.end() == end && !(signed.timestamp() && shown(field));
    } catch (RefusedDocument noSignature) {
      return false;
    }
  }

  private static boolean shown(COSDictionary field) {
    COSArray corners = field.getCOSArray(COSName.RECT);
    boolean noRoom = corners != null && corners.size() == 4 && isEmpty(new PDRectangle(corners));
    return !noRoom && draws(field.getCOSDictionary(COSName.AP));
  }

  private static boolean isEmpty(PDRectangle rectangle) {
    return rectangle.getWidth() == 0 || rectangle.getHeight() == 0;
  }

  private static boolean draws(@Nullable COSDictionary appearance) {
    return appearance != null
        && (!(appearance.getDictionaryObject(COSName.N) instanceof COSStream stream)
            || stream.getLength() > 0);
  }

  private static Set<COSName> names(String... names) {
    return Stream.of(names).map(COSName::getPDFName).collect(Collectors.toUnmodifiableSet());
  }

  /** The entries of a catalog that change nothing that is shown. */
  static Set<COSName> unseen(boolean signedByAPerson) {
    Set<COSName> always = names("DSS", "Extensions", "Metadata", "Version");
    return signedByAPerson
        ? Stream.concat(always.stream(), List.of(COSName.STRUCT_TREE_ROOT).stream())
            .collect(Collectors.toUnmodifiableSet())
        : always;
  }
}
