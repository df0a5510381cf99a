package dev.hoso.notifications.codes;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Grant;
import dev.hoso.core.Language;
import dev.hoso.core.Settings;
import dev.hoso.core.lambda.HttpAnswer;
import java.util.List;
import java.util.Optional;

/** Where a browser is led after its form was taken in: pages that {@code citizen} shows. */
final class Pages {
  private final boolean encrypted;

  Pages(Settings settings) {
    this.encrypted = settings.required("HOSO_CITIZEN_ADDRESS").startsWith("https:");
  }

  /** For who misspelled the dossier's code. */
  static HttpAnswer misspelled(Optional<Language> language) {
    return HttpAnswer.seeOther("/lookup" + query("bad=1", language), List.of());
  }

  /** The dossier's page, with what became of the request. */
  HttpAnswer of(DossierCode code, Reply reply, Optional<Language> language) {
    String said =
        switch (reply) {
          case Reply.Sent sent -> "sent=1";
          case Reply.Limited limited -> "limited=1";
          case Reply.Failed failed -> "failed=1";
          case Reply.Right right -> "";
          case Reply.Wrong wrong -> "sent=1&wrong=1";
          case Reply.Over over -> "over=1";
        };
    List<String> cookies =
        reply instanceof Reply.Right right ? List.of(cookie(code, right.token())) : List.of();
    return HttpAnswer.seeOther("/lookup/" + code + query(said, language), cookies);
  }

  /** The cookie goes to the dossier's own page and what is below it, and to no script. */
  private String cookie(DossierCode code, String token) {
    return "%s=%s; Path=/lookup/%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(Grant.COOKIE, token, code, Grant.LIFE.toSeconds(), encrypted ? "; Secure" : "");
  }

  /** The language is the form's and never the applicant's, which would tell that there is one. */
  private static String query(String said, Optional<Language> language) {
    String lang = language.map(it -> "lang=" + it.code()).orElse("");
    String joined = said.isEmpty() || lang.isEmpty() ? said + lang : said + "&" + lang;
    return joined.isEmpty() ? "" : "?" + joined;
  }
}
