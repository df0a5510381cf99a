package dev.hoso.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAM's merge: a resource's value wins, maps are joined key by key, lists are appended. */
final class Globals {
  private Globals() {}

  static Map<?, ?> merge(Map<?, ?> globals, Map<?, ?> own) {
    Map<Object, Object> merged = new LinkedHashMap<>(globals);
    own.forEach(
        (key, value) -> {
          Object global = globals.get(key);
          merged.put(key, global == null ? value : join(global, value));
        });
    return merged;
  }

  private static Object join(Object global, Object own) {
    if (global instanceof Map<?, ?> below && own instanceof Map<?, ?> above) {
      return merge(below, above);
    }
    if (global instanceof List<?> first && own instanceof List<?> second) {
      List<Object> both = new ArrayList<>(first);
      both.addAll(second);
      return both;
    }
    return own;
  }
}
