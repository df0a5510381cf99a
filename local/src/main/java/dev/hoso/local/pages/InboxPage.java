package dev.hoso.local.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Html;
import dev.hoso.local.http.Request;
import dev.hoso.local.providers.Inbox;
import dev.hoso.local.providers.InboxMessage;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET /local/inbox}: what people received, as JSON oldest first, as a page newest first. */
public final class InboxPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>&\"']+[^\\s<>&\"'.,;)]");

  private final Inbox inbox;

  public InboxPage(Inbox inbox) {
    this.inbox = inbox;
  }

  /** Answers in the form that is asked for. */
  public Answer answer(Request request) {
    List<InboxMessage> messages = inbox.messages();
    return request.header("accept").orElse("").contains("application/json")
        ? Answer.json(200, json(messages))
        : Answer.html(Html.refreshing("Hộp thư / Inbox", page(messages)));
  }

  private static ObjectNode json(List<InboxMessage> messages) {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("messages");
    messages.forEach(message -> list.add(message.json()));
    return json;
  }

  private static String page(List<InboxMessage> messages) {
    StringBuilder page = new StringBuilder("<h1>Hộp thư / Inbox</h1><p><a href=\"/\">←</a></p>");
    if (messages.isEmpty()) {
      page.append("<p>Chưa có tin nào. / Nothing yet.</p>");
    }
    messages.reversed().forEach(message -> page.append(article(message)));
    return page.toString();
  }

  private static String article(InboxMessage message) {
    return """
        <article>
        <p class="faint">%s → %s, <time datetime="%s">%s</time></p>
        %s<div class="text">%s</div>
        </article>
        """
        .formatted(
            Html.escape(message.channel()),
            Html.escape(message.to()),
            message.at(),
            TIME.format(message.at()),
            message.subject().map(text -> "<h2>" + Html.escape(text) + "</h2>").orElse(""),
            linked(message.text()));
  }

  /** Addresses in a message can be followed, as on a phone. */
  private static String linked(String text) {
    Matcher matcher = LINK.matcher(Html.escape(text));
    return matcher.replaceAll("<a href=\"$0\">$0</a>");
  }
}
