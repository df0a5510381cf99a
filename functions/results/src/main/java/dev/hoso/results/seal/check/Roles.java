package dev.hoso.results.seal.check;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/** What the objects of a revision are there for, as far as a further signature must touch them. */
final class Roles {
  /** What signing changes. */
  enum Role {
    CATALOG,
    FORM,
    /** The list of the form's fields. */
    FIELDS,
    /** A field that waits for a signature. */
    EMPTY_FIELD,
    PAGE,
    /** The list of what lies on top of a page. */
    ANNOTATIONS
  }

  private final Map<COSObjectKey, Set<Role>> byKey = new HashMap<>();

  private Roles() {}

  static Roles in(Revision revision) {
    Roles roles = new Roles();
    roles.put(revision.root(), Role.CATALOG);
    roles.put(keyOf(revision.catalog().getItem(COSName.ACRO_FORM)), Role.FORM);
    for (PDPage page : revision.document().getPages()) {
      roles.put(page.getCOSObject().getKey(), Role.PAGE);
      roles.put(keyOf(page.getCOSObject().getItem(COSName.ANNOTS)), Role.ANNOTATIONS);
    }
    PDAcroForm form = revision.document().getDocumentCatalog().getAcroForm(null);
    if (form != null) {
      roles.addForm(form);
    }
    return roles;
  }

  /** An array can be two lists at once. */
  Set<Role> of(COSObjectKey key) {
    return byKey.getOrDefault(key, Set.of());
  }

  private void addForm(PDAcroForm form) {
    put(keyOf(form.getCOSObject().getItem(COSName.FIELDS)), Role.FIELDS);
    for (PDField field : form.getFieldTree()) {
      COSDictionary dictionary = field.getCOSObject();
      if (field instanceof PDSignatureField && !dictionary.containsKey(COSName.V)) {
        put(dictionary.getKey(), Role.EMPTY_FIELD);
      }
    }
  }

  private void put(@Nullable COSObjectKey key, Role role) {
    if (key != null) {
      byKey.computeIfAbsent(key, unknown -> EnumSet.noneOf(Role.class)).add(role);
    }
  }

  private static @Nullable COSObjectKey keyOf(@Nullable COSBase item) {
    return item instanceof COSObject object ? object.getKey() : null;
  }
}
