package dev.hoso.portal.protocol;

import dev.hoso.core.Time;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of a dossier or of a part of it, by our names, in the portal's spelling. */
public final class Facts {
  /** Compact digits in Vietnam's time: OpenCPS, convertDate2String. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(Time.VIETNAM);

  /** What may be asked for; besides, {@code outcome} and {@code steps} of answers. */
  static final Set<String> NAMES =
      new TreeSet<>(
          Set.of(
              ("code procedure procedureName fieldName unit unitName channel applicantName email"
                      + " phone status receivedAt dueAt finishedAt returnedAt paidOnline fees"
                      + " documents results description reference amount paid digitised reused"
                      + " title number link statusTitle at role outcome steps")
                  .split(" ", -1)));

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, List<Facts>> lists = new LinkedHashMap<>();

  /** With a text; nothing where it is null. */
  public Facts with(String name, @Nullable String text) {
    known(name);
    if (text != null) {
      texts.put(name, text);
    }
    return this;
  }

  /** With a moment; nothing where it is null. */
  public Facts with(String name, @Nullable Instant moment) {
    return with(name, moment == null ? null : MOMENT.format(moment));
  }

  /** With a flag, as {@code yes} or {@code no}. */
  public Facts with(String name, boolean flag) {
    return with(name, flag ? "yes" : "no");
  }

  /** With the parts of a list. */
  public Facts with(String name, List<Facts> parts) {
    known(name);
    lists.put(name, new ArrayList<>(parts));
    return this;
  }

  private static void known(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("portal.csv cannot ask for " + name);
    }
  }

  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  List<Facts> list(String name) {
    return lists.getOrDefault(name, List.of());
  }
}
