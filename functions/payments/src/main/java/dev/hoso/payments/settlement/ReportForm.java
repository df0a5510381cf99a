package dev.hoso.payments.settlement;

/** In what forms a report is kept. */
public enum ReportForm {
  /** Totals and all differences, for programs. */
  JSON(".json", "application/json"),
  /** All differences, for spreadsheets. */
  CSV(".csv", "text/csv; charset=utf-8"),
  /** Totals and the first differences: as much as fits on a page. */
  SUMMARY(".summary.json", "application/json");

  private final String ending;
  private final String contentType;

  ReportForm(String ending, String contentType) {
    this.ending = ending;
    this.contentType = contentType;
  }

  /** How its key ends. */
  public String ending() {
    return ending;
  }

  /** Its media type. */
  public String contentType() {
    return contentType;
  }
}
