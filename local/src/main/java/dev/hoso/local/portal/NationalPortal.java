package dev.hoso.local.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Front;
import dev.hoso.local.http.Html;
import dev.hoso.local.http.Request;
import dev.hoso.standins.portal.PortalAnswer;
import dev.hoso.standins.portal.PortalCall;
import dev.hoso.standins.portal.StandInPortal;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * The national public service portal at {@code /local/portal}: what our system is connected to
 * where nobody says otherwise.
 */
public final class NationalPortal implements AutoCloseable {
  /** Where it is. */
  public static final String PATH = "/local/portal";

  private final StandInPortal portal;

  /**
   * Makes it.
   *
   * @param settings what the functions are set up with, by name
   */
  public NationalPortal(UnaryOperator<String> settings, InstantSource clock) {
    this.portal =
        new StandInPortal(
            settings.apply("HOSO_PORTAL_USERNAME"), settings.apply("HOSO_PORTAL_PASSWORD"), clock);
  }

  /** Gives it its paths. */
  public void register(Front front) {
    front.page("GET " + PATH, this::show);
    front.page("POST " + PATH, this::behave);
    front.area(PATH + "/", this::call);
  }

  private Answer call(Request request) throws InterruptedException {
    PortalAnswer answer =
        portal.answer(
            new PortalCall(
                request.rawPath().substring(PATH.length()),
                request.header("authorization").orElse(""),
                Json.read(request.body())));
    return answer.status() == 0
        ? Answer.NONE
        : Answer.of(answer.status(), "application/json", answer.body());
  }

  private Answer behave(Request request) {
    try {
      return portal.behave(Json.read(request.body()))
          ? Answer.json(200, portal.json())
          : Answer.problem(
              "answer",
              "ok, down, slow, refuses, acceptsThen500, error500, garbage, answersTwice,"
                  + " endsSessions or forgets");
    } catch (UncheckedIOException e) {
      return Answer.problem("body", "JSON is expected, such as {\"answer\":\"down\"}");
    }
  }

  private Answer show(Request request) {
    ObjectNode json = portal.json();
    return request.header("accept").orElse("").contains("application/json")
        ? Answer.json(200, json)
        : Answer.html(Html.page("Cổng Dịch vụ công quốc gia / National portal", page(json)));
  }

  private static String page(ObjectNode json) {
    StringBuilder page =
        new StringBuilder(
            """
            <h1>Cổng Dịch vụ công quốc gia / National portal</h1>
            <p><a href="/">←</a> · <a href="/indicators/sync">Đồng bộ / In step</a></p>
            <p>%s · %d lần gọi / calls</p>
            """
                .formatted(Html.escape(json.path("answer").asText()), json.path("calls").asLong()));
    if (json.path("dossiers").isEmpty()) {
      page.append("<p>Chưa có hồ sơ nào. / Nothing yet.</p>");
    }
    json.path("dossiers").forEach(it -> page.append(article(it)));
    return page.toString();
  }

  private static String article(JsonNode dossier) {
    StringBuilder steps = new StringBuilder();
    dossier
        .path("TienDo")
        .forEach(
            it ->
                steps.append(
                    "<li>%s · %s</li>"
                        .formatted(
                            Html.escape(it.path("ThoiDiemXuLy").asText()),
                            Html.escape(it.path("NoiDungXuLy").asText()))));
    return """
        <article>
        <p class="text"><b>%s</b> · %s · %s</p>
        <ol>%s</ol>
        </article>
        """
        .formatted(
            Html.escape(dossier.path("MaHoSo").asText()),
            Html.escape(dossier.path("TenTTHC").asText()),
            Html.escape(dossier.path("TrangThaiHoSo").asText()),
            steps);
  }

  /** Ends all waiting. */
  @Override
  public void close() {
    portal.close();
  }
}
