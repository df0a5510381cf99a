package dev.hoso.notifications.seen;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.DossierCode;
import dev.hoso.core.Invalid;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Language;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.lambda.Form;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpEnvelope;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.notifications.Resending;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Shows officers what was told about a dossier, and takes in that a message is sent again. */
public final class SeenHandler implements RequestStreamHandler {
  private static final JsonType<HttpAnswer> ANSWERS = JsonTypes.of(HttpAnswer.class);
  private static final JsonType<All> ALL = JsonTypes.of(All.class);
  private static final JsonType<Granted> GRANTED = JsonTypes.of(Granted.class);

  private final Resending resending;
  private final SeenPages pages = new SeenPages();

  /** As Lambda makes it, from the environment: clients, texts and classes are in the snapshot. */
  public SeenHandler() {
    this(Settings.load());
  }

  private SeenHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  SeenHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    this.resending = Resending.of(settings, dynamo, clock);
  }

  /** All messages of a dossier. */
  @Json
  public record All(List<Life> messages) {}

  /** The message that says again what another one said. */
  @Json
  public record Granted(String id, String fact, String status) {}

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    HttpRequest request = HttpEnvelope.read(in.readAllBytes());
    out.write(ANSWERS.toJsonBytes(new Visit(request).answer()));
  }

  /** One request. */
  private final class Visit {
    private final HttpRequest request;
    private final Optional<Form> query;
    private final Language language;
    private final boolean html;

    Visit(HttpRequest request) {
      this.request = request;
      this.query = Form.query(request);
      this.language = query.flatMap(Form::language).orElse(Language.VI);
      String accept = request.header("accept");
      this.html = Form.sent(request) || (accept != null && accept.contains("text/html"));
    }

    HttpAnswer answer() {
      try {
        String code = DossierCode.parse("code", request.pathParameter("code")).value();
        return request.method().equals("POST") ? resend(code) : show(code);
      } catch (Invalid invalid) {
        return html ? problem(400, "invalid", sentence(invalid)) : HttpAnswer.invalid(invalid);
      } catch (RuntimeException e) {
        Log.error("requestFailed", Map.of("path", "messages"), e);
        return problem(500, "internal", vi() ? "Xin thử lại sau ít phút" : "Please try again soon");
      }
    }

    private HttpAnswer show(String code) {
      boolean resent = query.map(it -> it.field("resent")).orElse("").equals("1");
      String notice =
          vi()
              ? "Đã ghi nhận: tin sẽ được gửi lại trong một phút."
              : "It will be sent again within a minute.";
      return all(200, code, resent ? notice : "");
    }

    private HttpAnswer all(int status, String code, String notice) {
      List<Resending.Told> all = resending.all(code).orElse(null);
      if (all == null) {
        return unknown();
      }
      List<Resending.Told> ordered =
          all.stream()
              .sorted(
                  Comparator.<Resending.Told, String>comparing(it -> it.item().text("factAt"))
                      .thenComparing(it -> it.item().text("message")))
              .toList();
      return html
          ? pages.messages(status, language, code, ordered, notice, request.may("operations"))
          : json(200, ALL.toJson(new All(ordered.stream().map(Life::of).toList())));
    }

    private HttpAnswer resend(String code) {
      if (Form.fromElsewhere(request)) {
        return problem(403, "from-elsewhere", "This form must be sent from our own page");
      }
      return switch (resending.resend(
          code, request.pathParameter("message"), ResendForm.read(request))) {
        case Resending.Granted it -> granted(code, it);
        case Resending.Denied it -> denied(code, it);
        case Resending.Unknown.UNKNOWN -> unknown();
      };
    }

    private HttpAnswer granted(String code, Resending.Granted it) {
      log(code, "granted");
      String page = "/dossiers/" + code + "/messages?lang=" + language.code() + "&resent=1";
      return html
          ? HttpAnswer.seeOther(page, List.of())
          : json(201, GRANTED.toJson(new Granted(it.id(), it.fact(), "claimed")));
    }

    private HttpAnswer denied(String code, Resending.Denied it) {
      log(code, Life.type(it.obstacle()));
      String text = it.obstacle().text(language);
      return html
          ? all(409, code, text)
          : HttpAnswer.problem(409, "not-sent-again-" + Life.type(it.obstacle()), "Conflict", text);
    }

    private HttpAnswer unknown() {
      return problem(
          404,
          "unknown-message",
          vi() ? "Không có hồ sơ hoặc tin này" : "There is no such dossier or message");
    }

    private HttpAnswer problem(int status, String type, String detail) {
      String title = vi() ? "Không thực hiện được" : "It could not be done";
      return html
          ? pages.problem(status, language, title, detail)
          : HttpAnswer.problem(status, type, title, detail);
    }

    private boolean vi() {
      return language == Language.VI;
    }
  }

  static String sentence(Invalid invalid) {
    return invalid.faults().stream()
        .map(fault -> fault.field() + " " + fault.rule())
        .collect(Collectors.joining("; "));
  }

  private static void log(String code, String outcome) {
    Log.info("messageResent", Map.of("dossier", code, "outcome", outcome));
  }

  private static HttpAnswer json(int status, String body) {
    return new HttpAnswer(
        status, Map.of("content-type", "application/json", "cache-control", "no-store"), body);
  }
}
