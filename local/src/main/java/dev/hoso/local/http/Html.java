package dev.hoso.local.http;

/** The frame of all local pages: plain, for a phone, without scripts. */
public final class Html {
  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}
      h1{font-size:1.4rem}h2{font-size:1.15rem}a{color:#0b57a4}
      label{display:block;margin:.8rem 0 .2rem}input,select{font:inherit;width:100%;padding:.5rem;box-sizing:border-box}
      button{font:inherit;padding:.6rem 1rem;margin:.8rem .5rem 0 0;background:#0b57a4;color:#fff;border:0;border-radius:.3rem}
      article{border:1px solid #bbb;border-radius:.6rem;padding:.7rem 1rem;margin:.8rem 0}
      pre,.text{white-space:pre-wrap;overflow-wrap:anywhere}.faint{color:#555;font-size:.9rem}
      iframe{width:100%;height:16rem;border:1px solid #bbb}dt{font-weight:600}dd{margin:0 0 .5rem}
      """;

  private Html() {}

  /** Makes a text harmless between tags and in quoted attributes. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /**
   * A whole page.
   *
   * @param title a text
   * @param body HTML
   */
  public static String page(String title, String body) {
    return page(title, "", body);
  }

  /** A page that loads itself again every few seconds. */
  public static String refreshing(String title, String body) {
    return page(title, "<meta http-equiv=\"refresh\" content=\"3\">", body);
  }

  private static String page(String title, String head, String body) {
    return """
        <!doctype html>
        <html lang="vi">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">%s
        <title>%s</title>
        <style>%s</style>
        </head>
        <body>
        <main>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(head, escape(title), STYLE, body);
  }
}
