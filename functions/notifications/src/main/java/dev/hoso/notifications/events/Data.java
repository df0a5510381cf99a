package dev.hoso.notifications.events;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a type of event has beside what all have. */
final class Data {
  private Data() {}

  /** Names and values, one after the other, in this order; what is null will be left out. */
  static Map<String, @Nullable Object> of(@Nullable Object... all) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    for (int n = 0; n < all.length; n += 2) {
      data.put(String.valueOf(all[n]), all[n + 1]);
    }
    return data;
  }
}
