package dev.hoso.results.seal.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether two objects of two revisions say the same. References are the same when they name the
 * same object; what it says is compared on its own.
 */
final class Sameness {
  private Sameness() {}

  static boolean same(@Nullable COSBase one, @Nullable COSBase other) {
    if (isNull(one) || isNull(other)) {
      return isNull(one) && isNull(other);
    }
    if (one instanceof COSObject a && other instanceof COSObject b) {
      return Objects.equals(a.getKey(), b.getKey());
    }
    if (one instanceof COSStream a && other instanceof COSStream b) {
      return sameEntries(a, b) && sameBytes(a, b);
    }
    if (one instanceof COSDictionary a && other instanceof COSDictionary b) {
      return !(a instanceof COSStream) && !(b instanceof COSStream) && sameEntries(a, b);
    }
    if (one instanceof COSArray a && other instanceof COSArray b) {
      return a.size() == b.size() && beginsWith(b, a);
    }
    return Objects.equals(one, other) || sameNumber(one, other);
  }

  /** Some tools write 595.0 anew as 595. */
  private static boolean sameNumber(@Nullable COSBase one, @Nullable COSBase other) {
    return one instanceof COSNumber a
        && other instanceof COSNumber b
        && !(a instanceof COSInteger && b instanceof COSInteger)
        && a.floatValue() == b.floatValue();
  }

  /** Whether the first entries of an array are those of the other. */
  static boolean beginsWith(COSArray longer, COSArray beginning) {
    for (int i = 0; i < beginning.size(); i++) {
      if (i >= longer.size() || !same(beginning.get(i), longer.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The names under which two dictionaries do not say the same. */
  static Set<COSName> differences(COSDictionary one, COSDictionary other) {
    Set<COSName> names = new HashSet<>(one.keySet());
    names.addAll(other.keySet());
    names.removeIf(name -> same(one.getItem(name), other.getItem(name)));
    return names;
  }

  private static boolean sameEntries(COSDictionary one, COSDictionary other) {
    return differences(one, other).isEmpty();
  }

  private static boolean sameBytes(COSStream one, COSStream other) {
    try (InputStream a = one.createRawInputStream();
        InputStream b = other.createRawInputStream()) {
      return Arrays.equals(a.readAllBytes(), b.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isNull(@Nullable COSBase object) {
    return object == null || object instanceof COSNull;
  }
}
