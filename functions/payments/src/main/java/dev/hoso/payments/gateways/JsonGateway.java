package dev.hoso.payments.gateways;

import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.Anomaly;
import dev.hoso.payments.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A gateway that posts JSON: signed as a whole in a header, or by a field inside. */
abstract class JsonGateway implements Gateway {
  @Override
  public final String method() {
    return "POST";
  }

  @Override
  public final Reading read(HttpRequest request, Instant now) {
    try {
      Reading.Rejected refusal = refusal(request, now);
      return refusal == null ? told(json(request), now) : refusal;
    } catch (Unreadable e) {
      return new Reading.Rejected(unreadable(), e.kind());
    }
  }

  /**
   * What is wrong with the proof that stands in the headers, over the body as it was received,
   * before anything in it is looked at.
   *
   * @return null where nothing is, or the proof is inside
   */
  Reading.@Nullable Rejected refusal(HttpRequest request, Instant now) {
    return null;
  }

  /** Reads what it says; where the proof is inside, checks it first. */
  abstract Reading told(Json body, Instant now);

  /** What no JSON is: proven where the headers prove it. */
  abstract Verdict unreadable();

  /**
   * Which fields a person may see: {@code data.amount}. None that proves, and none about the payer.
   */
  abstract List<String> evidence();

  @Override
  public final String evidence(HttpRequest request) {
    try {
      Json body = toShow(json(request));
      return evidence().stream()
          .map(path -> shown(body, path))
          .filter(shown -> !shown.isEmpty())
          .collect(Collectors.joining("&"));
    } catch (Unreadable e) {
      return "unreadable";
    }
  }

  /** Where the fields are, if not in the body itself. */
  Json toShow(Json body) {
    return body;
  }

  private static String shown(Json body, String path) {
    String[] names = path.split("\\.", -1);
    Json at = body;
    for (int depth = 0; depth < names.length - 1; depth++) {
      at = at.get(names[depth]);
    }
    String value = at.written(names[names.length - 1]);
    return value == null ? "" : path + "=" + value;
  }

  private static Json json(HttpRequest request) {
    String text = request.body();
    return request.isBase64Encoded() || text == null ? Json.read(bytes(request)) : Json.read(text);
  }

  /**
   * The body as it was received.
   *
   * @throws Unreadable where it is said to be base64 and is not
   */
  static byte[] bytes(HttpRequest request) {
    try {
      return request.bytes();
    } catch (IllegalArgumentException e) {
      throw new Unreadable(Anomaly.Kind.MALFORMED, "no base64");
    }
  }
}
