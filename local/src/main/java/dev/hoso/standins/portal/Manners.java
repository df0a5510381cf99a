package dev.hoso.standins.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How it behaves.
 *
 * @param path for which calls; for all where it is empty
 * @param dossier for which dossier's calls; for all where it is empty
 * @param times for how many calls
 * @param millis how long a slow answer takes
 * @param words why it refuses
 */
record Manners(Way way, String path, String dossier, long times, long millis, String words) {
  /** The ways. */
  enum Way {
    OK("ok"),
    /** Closes the connection. */
    DOWN("down"),
    /** Answers well, after a while. */
    SLOW("slow"),
    /** Refuses dossiers for good. */
    REFUSES("refuses"),
    /** Takes in what it is sent, and answers with an error. */
    ACCEPTS_THEN_500("acceptsThen500"),
    ERROR_500("error500"),
    /** Says yes with something that is no answer. */
    GARBAGE("garbage"),
    /** Says everything twice. */
    ANSWERS_TWICE("answersTwice"),
    /** Ends every session with its next call. */
    ENDS_SESSIONS("endsSessions");

    private final String code;

    Way(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** Longer than anybody should wait. */
  private static final long LATE_MILLIS = 45_000;

  static final Manners GOOD = new Manners(Way.OK, "", "", Long.MAX_VALUE, 0, "");

  /** Reads them; empty where there is no such way. */
  static Optional<Manners> read(JsonNode wanted) {
    return Stream.of(Way.values())
        .filter(way -> way.code.equals(wanted.path("answer").asText()))
        .findFirst()
        .map(
            way ->
                new Manners(
                    way,
                    wanted.path("path").asText(""),
                    wanted.path("dossier").asText(""),
                    wanted.path("times").asLong(Long.MAX_VALUE),
                    wanted.path("millis").asLong(LATE_MILLIS),
                    wanted.path("words").asText("Dữ liệu hồ sơ không hợp lệ")));
  }

  /** Whether they are for this call. */
  boolean meet(PortalCall call) {
    return times > 0
        && call.path().contains(path)
        && (dossier.isEmpty() || call.body().toString().contains("\"" + dossier + "\""));
  }

  Manners once() {
    return times == Long.MAX_VALUE
        ? this
        : new Manners(way, path, dossier, times - 1, millis, words);
  }

  boolean refuses(String code) {
    return way == Way.REFUSES && (dossier.isEmpty() || dossier.equals(code));
  }
}
