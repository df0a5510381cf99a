package dev.hoso.notifications.seen;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Invalid;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Language;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.lambda.Form;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpEnvelope;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.notifications.Previews;
import dev.hoso.notifications.Previews.Choice;
import dev.hoso.notifications.Sending;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows operators what a message says before citizens are told it, and sends it to testers. */
public final class PreviewHandler implements RequestStreamHandler {
  private static final JsonType<HttpAnswer> ANSWERS = JsonTypes.of(HttpAnswer.class);
  private static final JsonType<PreviewView> VIEWS = JsonTypes.of(PreviewView.class);
  private static final JsonType<Tested> TESTED = JsonTypes.of(Tested.class);

  private final Previews previews;
  private final PreviewPages pages;

  /** As Lambda makes it, from the environment: clients, texts and classes are in the snapshot. */
  public PreviewHandler() {
    this(Settings.load(), Time.source());
  }

  PreviewHandler(Settings settings, InstantSource clock) {
    this.previews = Previews.of(settings, clock);
    this.pages = new PreviewPages(previews);
  }

  /** What the provider said: {@code taken}, {@code notNow} or {@code never}, and why. */
  @Json
  public record Tested(String status, String detail) {}

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    HttpRequest request = HttpEnvelope.read(in.readAllBytes());
    out.write(ANSWERS.toJsonBytes(new Visit(request).answer()));
  }

  /** One request. */
  private final class Visit {
    private final HttpRequest request;
    private final Language language;
    private final boolean html;

    Visit(HttpRequest request) {
      this.request = request;
      this.language = Form.query(request).flatMap(Form::language).orElse(Language.VI);
      String accept = request.header("accept");
      this.html = Form.sent(request) || (accept != null && accept.contains("text/html"));
    }

    HttpAnswer answer() {
      try {
        return request.method().equals("POST") ? test() : show();
      } catch (Invalid invalid) {
        return html ? problem(400, SeenHandler.sentence(invalid)) : HttpAnswer.invalid(invalid);
      } catch (RuntimeException e) {
        Log.error("requestFailed", Map.of("path", request.rawPath()), e);
        return problem(500, say("Xin thử lại sau ít phút", "Please try again soon"));
      }
    }

    private HttpAnswer show() {
      Form query = Form.query(request).orElseThrow(() -> new Invalid("query", "must be a form's"));
      Previews.Preview preview = previews.of(PreviewForm.choice(query, pages.first()));
      String notice =
          query.field("sent").equals("1") ? say("Đã gửi tin thử.", "The test was sent.") : "";
      return html
          ? pages.preview(200, language, preview, notice)
          : json(200, PreviewView.of(preview));
    }

    private HttpAnswer test() {
      if (Form.fromElsewhere(request)) {
        return problem(403, "This form must be sent from our own page");
      }
      Form form = PreviewForm.read(request);
      Choice choice = PreviewForm.choice(form, pages.first());
      Optional<Sending> sending = previews.send(choice, form.field("to"));
      Log.info(
          "testSent",
          Map.of(
              "template", choice.template(),
              "channel", choice.channel(),
              "outcome", sending.map(it -> it.getClass().getSimpleName()).orElse("Refused")));
      return sending.map(it -> told(choice, it)).orElseGet(() -> refused(choice));
    }

    private HttpAnswer told(Choice choice, Sending sending) {
      Tested tested =
          switch (sending) {
            case Sending.Taken taken -> new Tested("taken", taken.providerMessageId());
            case Sending.NotNow notNow -> new Tested("notNow", notNow.reason());
            case Sending.Gone gone -> new Tested("never", gone.reason().en());
            case Sending.Never never -> new Tested("never", never.reason());
          };
      int status = tested.status().equals("taken") ? 200 : 502;
      if (!html) {
        return HttpAnswer.json(status, TESTED.toJson(tested));
      }
      return status == 200
          ? HttpAnswer.seeOther(page(choice), List.of())
          : pages.preview(status, language, previews.of(choice), tested.detail());
    }

    /** Of words that the catalogue has, none of which an address must write otherwise. */
    private String page(Choice choice) {
      return "/messages/preview?lang=%s&template=%s&channel=%s&language=%s&unit=%s&sent=1"
          .formatted(
              language.code(),
              choice.template(),
              choice.channel(),
              choice.language().code(),
              choice.unit());
    }

    private HttpAnswer refused(Choice choice) {
      String why =
          say(
              "Chỉ gửi thử đến những địa chỉ có trong TestContacts",
              "Tests go only to the contacts that the parameter TestContacts names");
      return html
          ? pages.preview(403, language, previews.of(choice), why)
          : HttpAnswer.problem(403, "no-test-contact", "Forbidden", why);
    }

    private HttpAnswer problem(int status, String detail) {
      String title = say("Không thực hiện được", "It could not be done");
      String type = status == 500 ? "internal" : "from-elsewhere";
      return html
          ? pages.problem(status, language, title, detail)
          : HttpAnswer.problem(status, type, title, detail);
    }

    private String say(String vi, String en) {
      return language == Language.VI ? vi : en;
    }
  }

  private static HttpAnswer json(int status, PreviewView view) {
    return HttpAnswer.json(status, VIEWS.toJson(view));
  }
}
