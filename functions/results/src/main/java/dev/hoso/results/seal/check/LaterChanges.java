package dev.hoso.results.seal.check;

import dev.hoso.results.seal.check.Roles.Role;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what was changed between two revisions of a document, and must not be. Every object
 * that can be reached from the earlier catalog is compared with the one of the same name in the
 * later revision, so the pages look alike because they are made of the same objects: no picture of
 * them is needed, and content that is hidden, uncovered, replaced or filled in later is found
 * wherever it lies.
 */
final class LaterChanges {
  private final Revision before;
  private final Revision after;
  private final Set<COSName> unseen;
  private final Roles roles;
  private final AllowedChanges allowed;
  private final Set<COSObjectKey> seen = new HashSet<>();
  private final Deque<COSObjectKey> open = new ArrayDeque<>();

  private LaterChanges(Revision before, Revision after, boolean signedByAPerson) {
    this.before = before;
    this.after = after;
    this.unseen = SignatureFields.unseen(signedByAPerson);
    this.roles = Roles.in(before);
    this.allowed = new AllowedChanges(new SignatureFields(before, after.end()), unseen);
  }

  /**
   * What was changed that must not be, in words for people.
   *
   * @param from where the earlier revision ends
   * @param to where the later one ends
   * @param signedByAPerson whether somebody with a certificate answers for the later one
   */
  static Optional<String> between(byte[] pdf, long from, long to, boolean signedByAPerson)
      throws IOException {
    try (Revision before = Revision.of(pdf, from);
        Revision after = Revision.of(pdf, to)) {
      return new LaterChanges(before, after, signedByAPerson).find();
    }
  }

  private Optional<String> find() {
    if (before.cos().getStartXref() == after.cos().getStartXref()) {
      return Optional.of("something was put behind its end");
    }
    COSObjectKey root = before.root();
    if (root == null || !root.equals(after.root())) {
      return Optional.of("it begins elsewhere");
    }
    visit(root);
    while (!open.isEmpty()) {
      COSObjectKey key = open.pop();
      COSBase was = before.object(key);
      if (!isAllowed(key, was)) {
        return Optional.of(described(key));
      }
      follow(was, key.equals(root));
    }
    return renumbered() ? Optional.of("an object has a new generation") : Optional.empty();
  }

  private boolean isAllowed(COSObjectKey key, @Nullable COSBase was) {
    if (before.unmoved(key, after)) {
      return true;
    }
    COSBase is = after.object(key);
    return Sameness.same(was, is)
        || roles.of(key).stream().anyMatch(role -> allowed.allow(role, was, is));
  }

  private void follow(@Nullable COSBase object, boolean catalog) {
    if (object instanceof COSObject reference) {
      visit(reference.getKey());
    } else if (object instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        follow(array.get(i), false);
      }
    } else if (object instanceof COSDictionary dictionary) {
      for (COSName name : dictionary.keySet()) {
        if (!catalog || !unseen.contains(name)) {
          follow(dictionary.getItem(name), false);
        }
      }
    }
  }

  private void visit(@Nullable COSObjectKey key) {
    if (key != null && seen.add(key)) {
      open.push(key);
    }
  }

  /** Some readers know objects by their number alone. */
  private boolean renumbered() {
    Set<Long> numbers = new HashSet<>();
    seen.forEach(key -> numbers.add(key.getNumber()));
    return after.cos().getXrefTable().keySet().stream()
        .filter(key -> !before.cos().getXrefTable().containsKey(key))
        .anyMatch(key -> numbers.contains(key.getNumber()));
  }

  private String described(COSObjectKey key) {
    Set<Role> role = roles.of(key);
    if (role.contains(Role.PAGE) || role.contains(Role.ANNOTATIONS)) {
      return "something lies on a page that was not there";
    }
    return Objects.equals(key, before.root()) || !role.isEmpty()
        ? "the form or the structure is another"
        : "something that is shown was added, replaced or taken away";
  }
}
