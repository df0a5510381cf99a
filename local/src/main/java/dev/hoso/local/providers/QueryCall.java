package dev.hoso.local.providers;

import dev.hoso.local.http.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call of AWS's Query protocol: {@code Action=Publish&Message=…}. */
record QueryCall(Map<String, String> fields) {
  static QueryCall of(Request request) {
    return new QueryCall(request.form());
  }

  String action() {
    return text("Action");
  }

  /** The field, or nothing if it is left out. */
  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** {@code name.member.1}, {@code name.member.2} … */
  List<String> members(String name) {
    List<String> members = new ArrayList<>();
    for (int i = 1; fields.containsKey(name + ".member." + i); i++) {
      members.add(text(name + ".member." + i));
    }
    return members;
  }

  /** SNS's {@code MessageAttributes.entry.1.Name} and {@code ….Value.StringValue} as a map. */
  Map<String, String> messageAttributes() {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 1; fields.containsKey("MessageAttributes.entry." + i + ".Name"); i++) {
      String entry = "MessageAttributes.entry." + i;
      attributes.put(text(entry + ".Name"), text(entry + ".Value.StringValue"));
    }
    return attributes;
  }
}
