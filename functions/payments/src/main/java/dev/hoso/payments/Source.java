package dev.hoso.payments;

/** How we learnt what a gateway says. */
public enum Source {
  /** It called. */
  WEBHOOK("webhook"),
  /** It was asked. */
  QUERY("query"),
  /** It stood in a settlement file. */
  SETTLEMENT("settlement");

  private final String code;

  Source(String code) {
    this.code = code;
  }

  /** The word in JSON and in the table. */
  public String code() {
    return code;
  }
}
