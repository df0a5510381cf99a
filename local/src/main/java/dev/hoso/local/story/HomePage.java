package dev.hoso.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.gateways.Gateways;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Front;
import dev.hoso.local.http.Html;
import dev.hoso.local.http.Request;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The page at {@code /}: the story by clicking. */
public final class HomePage {
  private final OneStop oneStop;
  private final InstantSource clock;

  /** Where to pay, by dossier, since this start. */
  private final Map<String, String> payUrls = new ConcurrentHashMap<>();

  public HomePage(OneStop oneStop, InstantSource clock) {
    this.oneStop = oneStop;
    this.clock = clock;
  }

  /** Gives the page its paths. */
  public void register(Front front) {
    front.page("GET /", request -> home());
    front.page("POST /local/dossiers", this::register);
    front.page("GET /local/dossiers", this::registered);
  }

  private Answer home() throws InterruptedException {
    String body =
        """
        <h1>Hoso</h1>
        <p>Nộp hồ sơ, trả lệ phí, nhận tin. / Register a dossier, pay its fee, be told.</p>
        <form method="post" action="/local/dossiers">
        <label for="procedure">Thủ tục / Procedure</label>
        <select id="procedure" name="procedure">%s</select>
        <label for="unit">Đơn vị / Unit</label>
        <select id="unit" name="unit">%s</select>
        <label for="name">Họ tên / Name</label>
        <input id="name" name="name" required value="Nguyễn Thị Hoa" autocomplete="name">
        <label for="phone">Điện thoại / Phone</label>
        <input id="phone" name="phone" type="tel" value="0912345678" autocomplete="tel">
        <label for="email">E-mail</label>
        <input id="email" name="email" type="email" value="hoa@example.com" autocomplete="email">
        <label for="language">Ngôn ngữ / Language</label>
        <select id="language" name="language"><option value="vi">Tiếng Việt</option><option value="en">English</option></select>
        <label for="gateway">Cổng thanh toán / Gateway</label>
        <select id="gateway" name="gateway">%s</select>
        <label for="amount">Lệ phí (đồng; ở govukpay: pence) / Fee (VND; at govukpay: pence)</label>
        <input id="amount" name="amount" type="number" min="1" step="1" required value="8000">
        <button>Nộp và yêu cầu lệ phí / Register and ask for the fee</button>
        </form>
        """
            .formatted(
                options("/procedures", SampleDossier.PROCEDURE),
                options("/units", SampleDossier.UNIT),
                gateways());
    return Answer.html(Html.page("Hoso", body + links()));
  }

  private static String links() {
    return """
        <p><a href="/lookup">Tra cứu / Look up</a> · <a href="/verify">Kiểm tra kết quả / Verify</a> · <a href="/local/inbox">Hộp thư / Inbox</a> · <a href="/local/gateways">Cổng thanh toán / Gateways</a> · <a href="/local/portal">Cổng quốc gia / National portal</a> · <a href="/local/failures">Lỗi / Failures</a></p>
        <h2>Nhật ký / Log</h2>
        <iframe src="/local/log" title="Nhật ký / Log"></iframe>
        """;
  }

  private static String gateways() {
    return Gateways.codes().stream()
        .map("<option>%s</option>"::formatted)
        .collect(Collectors.joining());
  }

  private String options(String path, String chosen) throws InterruptedException {
    StringBuilder options = new StringBuilder();
    for (JsonNode one : list(oneStop.get(path).body())) {
      String name = one.path("name").path("vi").asText(one.path("name").asText(""));
      String code = one.path("code").asText();
      options.append(
          "<option value=\"%1$s\"%3$s>%1$s %2$s</option>%n"
              .formatted(
                  Html.escape(code), Html.escape(name), code.equals(chosen) ? " selected" : ""));
    }
    return options.toString();
  }

  /** A list comes as it is, or as the only list of an object. */
  private static JsonNode list(JsonNode body) {
    if (body.isObject()) {
      for (JsonNode field : body) {
        if (field.isArray()) {
          return field;
        }
      }
    }
    return body;
  }

  private Answer register(Request request) throws InterruptedException {
    Map<String, String> form = request.form();
    SampleDossier dossier =
        SampleDossier.now(
            form.getOrDefault("procedure", ""),
            form.getOrDefault("unit", ""),
            new SampleDossier.Applicant(
                form.getOrDefault("name", ""),
                form.getOrDefault("phone", ""),
                form.getOrDefault("email", ""),
                form.getOrDefault("language", "vi")),
            clock.instant());
    String path = "/dossiers/" + dossier.code();
    OneStop.Said said = oneStop.put(path, dossier.json());
    if (said.well()) {
      long amount = amount(form.getOrDefault("amount", ""));
      said =
          oneStop.post(
              path + "/payments",
              SampleDossier.fee(
                  form.getOrDefault("gateway", "vnpay"), amount, "Le phi ho so " + dossier.code()));
    }
    if (!said.well()) {
      return refused(said);
    }
    payUrls.put(dossier.code(), whereToPay(said.body()));
    return Answer.redirect("/local/dossiers?code=" + dossier.code());
  }

  /** Where our system cannot open the way, the person begins at the gateway. */
  private static String whereToPay(JsonNode payment) {
    return Gateways.beginning(
            payment.path("gateway").asText(),
            payment.path("reference").asText(),
            payment.path("amount").asText(),
            payment.path("currency").asText())
        .orElse(payment.path("payUrl").asText());
  }

  /** What is no number is zero, which the API refuses in its own words. */
  private static long amount(String text) {
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }

  private static Answer refused(OneStop.Said said) {
    String body =
        "<h1>Không được / Refused</h1><p role=\"alert\">%s</p><pre>%s</pre><p><a href=\"/\">←</a></p>"
            .formatted(
                Html.escape(said.body().path("detail").asText("HTTP " + said.status())),
                Html.escape(said.body().toPrettyString()));
    return Answer.of(422, "text/html; charset=utf-8", Html.page("Hoso", body));
  }

  private Answer registered(Request request) {
    String code = request.query().getOrDefault("code", "");
    String payUrl = payUrls.get(code);
    if (payUrl == null) {
      return Answer.redirect("/");
    }
    String body =
        """
        <h1>%1$s</h1>
        <ul>
        <li><a id="pay" href="%2$s">Trả lệ phí / Pay the fee</a></li>
        <li><a id="lookup" href="/lookup/%1$s">Trang của công dân / The citizen's page</a></li>
        <li><a id="dossier" href="/dossiers/%1$s">Hồ sơ (JSON) / The dossier (JSON)</a></li>
        <li><a id="another" href="/">Hồ sơ khác / Another dossier</a></li>
        </ul>
        """
            .formatted(Html.escape(code), Html.escape(payUrl));
    return Answer.html(Html.page(code, body + links()));
  }
}
