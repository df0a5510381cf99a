package dev.hoso.portal.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether what the portal shows is what it was sent. It may show less than it was sent and more,
 * but where it shows a field that it was sent, that must be the same.
 */
public final class Agreement {
  private Agreement() {}

  /** The fields in which they differ, such as {@code DanhSachLePhi}; none where they agree. */
  public static List<String> differences(Map<?, ?> shown, Map<String, ?> sent) {
    List<String> differences = new ArrayList<>();
    sent.forEach(
        (name, value) -> {
          Object there = shown.get(name);
          boolean must = name.equals("TrangThaiHoSo");
          if ((there == null && must) || (there != null && !same(there, value))) {
            differences.add(name);
          }
        });
    return differences;
  }

  private static boolean same(@Nullable Object shown, @Nullable Object sent) {
    if (shown instanceof Map<?, ?> there && sent instanceof Map<?, ?> here) {
      return here.keySet().stream()
          .filter(there::containsKey)
          .allMatch(name -> same(there.get(name), here.get(name)));
    }
    if (shown instanceof List<?> there && sent instanceof List<?> here) {
      return there.size() == here.size() && eachSame(there, here);
    }
    return Objects.equals(scalar(shown), scalar(sent));
  }

  private static boolean eachSame(List<?> shown, List<?> sent) {
    for (int n = 0; n < shown.size(); n++) {
      if (!same(shown.get(n), sent.get(n))) {
        return false;
      }
    }
    return true;
  }

  private static String scalar(@Nullable Object value) {
    return value instanceof Number number
        ? String.valueOf(number.longValue())
        : String.valueOf(value);
  }
}
