package dev.hoso.payments.settlement;

/** A column of a line breaks a rule. */
final class BadLine extends RuntimeException {
  private final String column;
  private final String rule;

  BadLine(String column, String rule) {
    super(column + " " + rule);
    this.column = column;
    this.rule = rule;
  }

  Entry.Unreadable at(int number) {
    return new Entry.Unreadable(number, column, rule);
  }
}
