package dev.hoso.local.pages;

import dev.hoso.local.LiveLog;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Html;
import dev.hoso.local.http.Request;

/** {@code GET /local/log}: what happened, newest first. */
public final class LogPage {
  private final LiveLog log;

  public LogPage(LiveLog log) {
    this.log = log;
  }

  /** Answers with a page that keeps itself fresh. */
  public Answer answer(Request request) {
    String lines = Html.escape(String.join("\n", log.latest().reversed()));
    return Answer.html(Html.refreshing("Nhật ký / Log", "<pre>" + lines + "</pre>"));
  }
}
