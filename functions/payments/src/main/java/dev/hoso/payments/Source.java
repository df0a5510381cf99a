package dev.hoso.payments;

/** On which way we learnt what a gateway proves to have said. */
public enum Source {
  /** It called us. */
  WEBHOOK("webhook"),
  /** It answered when we asked. */
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
