package dev.hoso.results.seal.check;

import dev.hoso.results.seal.check.Roles.Role;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/**
 * What one further signature or time stamp may change of the objects that a reader shows: a field
 * for itself in the lists of the form and of a page, and nothing that stands there already.
 */
final class AllowedChanges {
  private static final Set<COSName> OF_A_PAGE = Set.of(COSName.ANNOTS);

  private final SignatureFields fields;
  private final Set<COSName> unseen;

  /**
   * @param unseen the catalog's entries that change nothing that is shown
   */
  AllowedChanges(SignatureFields fields, Set<COSName> unseen) {
    this.fields = fields;
    this.unseen = unseen;
  }

  /** Whether an object of this role may have become that one. */
  boolean allow(Role role, @Nullable COSBase was, @Nullable COSBase is) {
    return switch (role) {
      case CATALOG -> catalog(dictionary(was), dictionary(is));
      case FORM -> form(dictionary(was), dictionary(is));
      case PAGE -> page(dictionary(was), dictionary(is));
      case EMPTY_FIELD -> fields.filled(dictionary(was), dictionary(is));
      case FIELDS, ANNOTATIONS -> appended(array(was), array(is));
    };
  }

  private boolean catalog(COSDictionary was, COSDictionary is) {
    Set<COSName> changed = Sameness.differences(was, is);
    changed.removeAll(unseen);
    if (changed.remove(COSName.ACRO_FORM) && !form(inside(was), inside(is))) {
      return false;
    }
    return changed.isEmpty();
  }

  private static COSDictionary inside(COSDictionary catalog) {
    return dictionary(catalog.getDictionaryObject(COSName.ACRO_FORM));
  }

  private boolean form(COSDictionary was, COSDictionary is) {
    Set<COSName> changed = Sameness.differences(was, is);
    changed.remove(COSName.SIG_FLAGS);
    if (changed.remove(COSName.FIELDS) && !listed(COSName.FIELDS, was, is)) {
      return false;
    }
    // Fonts for the appearance of fields, where there were none.
    changed.removeIf(
        name -> (name.equals(COSName.DR) || name.equals(COSName.DA)) && was.getItem(name) == null);
    return changed.isEmpty();
  }

  private boolean page(COSDictionary was, COSDictionary is) {
    return OF_A_PAGE.containsAll(Sameness.differences(was, is)) && listed(COSName.ANNOTS, was, is);
  }

  private boolean listed(COSName list, COSDictionary was, COSDictionary is) {
    return appended(array(was.getDictionaryObject(list)), array(is.getDictionaryObject(list)));
  }

  private boolean appended(COSArray was, COSArray is) {
    if (!Sameness.beginsWith(is, was)) {
      return false;
    }
    for (int i = was.size(); i < is.size(); i++) {
      if (!fields.added(is.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static COSDictionary dictionary(@Nullable COSBase object) {
    return object instanceof COSDictionary dictionary ? dictionary : new COSDictionary();
  }

  private static COSArray array(@Nullable COSBase object) {
    return object instanceof COSArray array ? array : new COSArray();
  }
}
