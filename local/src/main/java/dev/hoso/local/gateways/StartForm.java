package dev.hoso.local.gateways;

import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Html;
import dev.hoso.local.http.Request;
import java.util.List;
import java.util.Map;

/** A form with which a person begins to pay, where a payment does not begin with us. */
record StartForm(String gateway, String title, List<Field> fields) {
  /**
   * One field.
   *
   * @param value stands there at first, unless the address has another one
   */
  record Field(String name, String label, String value) {}

  /** Where payments begin in this way. */
  static final List<String> GATEWAYS = List.of("sepay", "dvcqg", "standard");

  /** Below a gateway's base address. */
  static final String PATH = "/start";

  /** The page. */
  Answer show(Request request) {
    Map<String, String> given = request.query();
    StringBuilder inputs = new StringBuilder();
    for (Field field : fields) {
      inputs.append(
          """
          <label for="%1$s">%2$s</label>
          <input id="%1$s" name="%1$s" required value="%3$s">
          """
              .formatted(
                  field.name(),
                  Html.escape(field.label()),
                  Html.escape(given.getOrDefault(field.name(), field.value()))));
    }
    String body =
        """
        <h1>%s <span class="faint">thay thế trên máy này / stand-in on this machine</span></h1>
        <form method="post" action="/local/gateways/%s%s">
        %s<button>Tiếp tục / Go on</button>
        </form>
        """
            .formatted(Html.escape(title), gateway, PATH, inputs);
    return Answer.html(Html.page(title, body));
  }

  /** The amount of a form; 0 where there is none. */
  static long amount(Map<String, String> form) {
    String digits = form.getOrDefault("amount", "").replaceAll("[.,\\s]", "");
    return digits.matches("\\d{1,12}") ? Long.parseLong(digits) : 0;
  }

  static Answer amountExpected() {
    return Answer.problem("amount", "a whole number of the currency's smallest unit above zero");
  }
}
