package dev.hoso.notifications.announcements;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.Language;
import dev.hoso.notifications.SmsLength;
import java.util.ArrayList;
import java.util.List;

/** Whether what is asked for may be said to so many. */
record Admission(TextRules rules, SmsLength lengths) {
  /** What people still read as one text. */
  private static final int MOST_SEGMENTS = 3;

  /**
   * Lets it pass.
   *
   * @throws Invalid with every field and the rule that it breaks
   */
  void check(Asked asked) {
    List<Fault> faults = new ArrayList<>();
    for (Language language : Language.values()) {
      String text = asked.text().getOrDefault(language, "");
      String field = "text." + language.code();
      faults.addAll(rules.faults(field, text));
      length(field, language, text, faults);
      String subject = asked.subject().getOrDefault(language, "");
      faults.addAll(rules.faults("subject." + language.code(), subject));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private void length(String field, Language language, String text, List<Fault> faults) {
    int segments = lengths.segments(language, text);
    if (segments > MOST_SEGMENTS) {
      faults.add(
          new Fault(
              field,
              "must fit into %d SMS with the dossier's code before it; it takes %d"
                  .formatted(MOST_SEGMENTS, segments)));
    }
  }
}
