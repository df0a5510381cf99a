package dev.hoso.citizen.rating;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.Name;
import dev.hoso.core.RatingLinks;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of a dossier: nothing that names its applicant, since an e-mail is passed on
 * more easily than one thinks.
 *
 * @param address where the form is sent to, and the page's own
 * @param said what the attempt before came to
 */
public record RatingPage(
    DossierCode code,
    Item item,
    Name procedure,
    Name unit,
    String address,
    Said said,
    Instant now) {
  private static final Set<DossierStatus> SETTLED =
      Set.of(DossierStatus.DONE, DossierStatus.RETURNED);

  /** What can be chosen, the best first: it is the nearest on a small screen. */
  private static final List<Choice> VALUES =
      List.of(
          new Choice("5", new Name("5 – Rất hài lòng", "5 – Very satisfied")),
          new Choice("4", new Name("4 – Hài lòng", "4 – Satisfied")),
          new Choice("3", new Name("3 – Bình thường", "3 – Neither")),
          new Choice("2", new Name("2 – Không hài lòng", "2 – Dissatisfied")),
          new Choice("1", new Name("1 – Rất không hài lòng", "1 – Very dissatisfied")));

  private static final List<Choice> ABOUT =
      List.of(
          new Choice("time", new Name("Thời gian giải quyết", "How long it took")),
          new Choice("staff", new Name("Thái độ của cán bộ", "How I was treated")),
          new Choice("papers", new Name("Giấy tờ phải nộp", "The papers I had to bring")),
          new Choice("guidance", new Name("Hướng dẫn", "What I was told to do")),
          new Choice("online", new Name("Nộp và nộp phí qua mạng", "Filing and paying online")),
          new Choice("other", new Name("Việc khác", "Something else")));

  /**
   * One of several answers.
   *
   * @param code as the form sends it
   */
  public record Choice(String code, Name name) {}

  /** What the address says of the attempt before. */
  public enum Said {
    NOTHING,
    SAVED,
    /** No value was chosen. */
    WRONG,
    /** It could not be taken. */
    FAILED
  }

  public List<Choice> values() {
    return VALUES;
  }

  public List<Choice> about() {
    return ABOUT;
  }

  public boolean is(Said other) {
    return said == other;
  }

  /** Whether the applicant's data was erased: then nobody is asked any more. */
  public boolean erased() {
    return item.has("erasedAt");
  }

  /** Whether there is a result to be asked about. */
  public boolean hasResult() {
    return SETTLED.contains(DossierStatus.of("status", (int) item.number("status")))
        || item.map("results").attributes().keySet().stream()
            .anyMatch(number -> item.map("results").map(number).has("issuedAt"));
  }

  /** What was chosen before; null where nothing was. */
  public @Nullable Name value() {
    return item.has("rating") ? named(VALUES, String.valueOf(item.number("rating"))) : null;
  }

  /** Until when it can be changed; null before it was said. */
  public @Nullable Instant changeableUntil() {
    Instant first = item.timeOrNull("ratedFirstAt");
    return first == null ? null : first.plus(RatingLinks.CHANGEABLE);
  }

  /** Whether something can be said, or said otherwise. */
  public boolean open() {
    Instant until = changeableUntil();
    return !erased() && hasResult() && (until == null || !now.isAfter(until));
  }

  /** Whether this value was chosen before. */
  public boolean chose(Choice value) {
    return value.code().equals(String.valueOf(item.numberOr("rating", 0)));
  }

  /** Whether this mattered most before. */
  public boolean meant(Choice about) {
    return about.code().equals(item.textOrNull("ratingAbout"));
  }

  /** The words that came with it; empty where none did. */
  public String text() {
    String text = item.textOrNull("ratingText");
    return text == null ? "" : text;
  }

  private static @Nullable Name named(List<Choice> all, String code) {
    return all.stream()
        .filter(it -> it.code().equals(code))
        .map(Choice::name)
        .findFirst()
        .orElse(null);
  }
}
