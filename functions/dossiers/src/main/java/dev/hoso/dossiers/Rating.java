package dev.hoso.dossiers;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.RatingLinks;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the applicant says it went.
 *
 * @param value from 1, very dissatisfied, to 5, very satisfied
 * @param about what mattered most; null where they did not say
 * @param text in their own words, which may name a person; null where there are none
 * @param at when they said it last
 * @param firstAt when they said it first: for a week from then it can be changed
 * @param moderation whether others may read the text; null where there is none
 */
public record Rating(
    int value,
    @Nullable About about,
    @Nullable String text,
    Instant at,
    Instant firstAt,
    @Nullable Moderation moderation) {
  /** The longest text, in characters; what is longer is cut. */
  public static final int LONGEST_TEXT = 500;

  private static final int BEST = 5;

  /**
   * What an applicant may say in one go.
   *
   * @throws Invalid where the value is none
   */
  public Rating {
    if (value < 1 || value > BEST) {
      throw new Invalid(List.of(new Fault("rating", "must be from 1 to 5")));
    }
  }

  /** A first rating. */
  public static Rating first(
      int value, @Nullable About about, @Nullable String text, Instant time) {
    Moderation moderation = text == null ? null : Moderation.WAITING;
    return new Rating(value, about, text, time, time, moderation);
  }

  /** Until when it can be changed. */
  public Instant changeableUntil() {
    return firstAt.plus(RatingLinks.CHANGEABLE);
  }

  /** Whether both say the same, whenever they did. */
  boolean says(Rating other) {
    return value == other.value && about == other.about && Objects.equals(text, other.text);
  }

  /**
   * This one in the place of another. A text that was read before is not read again. Two ratings
   * never have the same time, also where both came within a second: it says which one was read.
   */
  Rating inPlaceOf(Rating before) {
    boolean sameText = Objects.equals(text, before.text);
    Instant later = at.isAfter(before.at) ? at : before.at.plusSeconds(1);
    return new Rating(
        value, about, text, later, before.firstAt, sameText ? before.moderation : moderation);
  }

  /** The same after somebody read its text. */
  Rating moderated(Moderation decision) {
    return new Rating(value, about, text, at, firstAt, decision);
  }

  /** The same without what could name a person. */
  Rating wordless() {
    return new Rating(value, about, null, at, firstAt, null);
  }

  /** Without the text: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Rating[" + value + ", at " + at + "]";
  }

  /** What may matter most to an applicant; short, so that a cheap phone shows it at once. */
  public enum About {
    TIME("time"),
    STAFF("staff"),
    PAPERS("papers"),
    GUIDANCE("guidance"),
    ONLINE("online"),
    OTHER("other");

    private final String code;

    About(String code) {
      this.code = code;
    }

    /** The word in the form and in the table. */
    public String code() {
      return code;
    }
  }

  /**
   * What became of a text.
   *
   * @param state whether others may read it
   * @param by the position of who decided; null while nobody has
   */
  public record Moderation(State state, @Nullable String by, @Nullable Instant at) {
    static final Moderation WAITING = new Moderation(State.WAITING, null, null);

    /** Where a text stands. */
    public enum State {
      WAITING("waiting"),
      APPROVED("approved"),
      REJECTED("rejected");

      private final String code;

      State(String code) {
        this.code = code;
      }

      /** The word in JSON and in the table. */
      public String code() {
        return code;
      }
    }
  }
}
