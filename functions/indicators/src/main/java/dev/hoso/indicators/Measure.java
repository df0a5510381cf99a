package dev.hoso.indicators;

/**
 * What is counted of dossiers, by the day that {@link #when} names. docs/INDICATORS.md says what
 * each means. Those of payments and messages have a gateway or a channel after a colon: {@link
 * #of(String)}.
 */
public enum Measure {
  /** Registered here, whatever became of it. */
  REGISTERED("registered", When.REGISTERED),
  RECEIVED("received", When.RECEIVED),
  ONLINE("online", When.RECEIVED),
  IN_PERSON("inPerson", When.RECEIVED),
  POST("post", When.RECEIVED),
  /** Filed online, and its result is electronic where the procedure returns a paper. */
  ONLINE_COMPLETE("onlineComplete", When.RECEIVED),
  /** Of a procedure with a fee, and its own fee is not known to be 0. */
  WITH_FEE("withFee", When.RECEIVED),
  /** At least one of its payments came in through a gateway. */
  PAID_ONLINE("paidOnline", When.RECEIVED),
  /** Papers that were filed. */
  PARTS("parts", When.RECEIVED),
  PARTS_DIGITISED("partsDigitised", When.RECEIVED),
  PARTS_REUSED("partsReused", When.RECEIVED),
  /** The national portal has it as it is here. */
  SYNCHRONISED("synchronised", When.RECEIVED),

  /** The administration is done with it: 9, 10, or refused, withdrawn, stopped. */
  DECIDED("decided", When.DECIDED),
  EARLY("early", When.DECIDED),
  ON_TIME("onTime", When.DECIDED),
  LATE("late", When.DECIDED),
  /** Decided, and no day was ever promised. */
  UNPROMISED("unpromised", When.DECIDED),
  /** Working days after the promised day, of all late ones together. */
  DAYS_LATE("daysLate", When.DECIDED),
  /** In time, but papers were asked for more than once, which Decision 766 calls late. */
  ASKED_TWICE("askedTwice", When.DECIDED),
  /** Decided with a result (9, 10). */
  DONE("done", When.DECIDED),
  REFUSED("refused", When.DECIDED),
  WITHDRAWN("withdrawn", When.DECIDED),
  STOPPED("stopped", When.DECIDED),
  /** Done, and the procedure returns a paper. */
  PAPER_DUE("paperDue", When.DECIDED),
  /** Of these, with an electronic result. */
  ELECTRONIC("electronic", When.DECIDED),
  /** Of these, with all of the filed papers digitised as well. */
  DIGITISED("digitised", When.DECIDED),
  /** Done with at least one filed paper that the administration had already. */
  REUSED("reused", When.DECIDED),

  /** Handed over (10). */
  RETURNED("returned", When.RETURNED),
  /** Electronic results that went out. */
  RESULTS("results", When.ISSUED),

  /** Payments that came in, by gateway. */
  PAID("paid", When.PAID),
  /** Đồng of them; other currencies are counted and not added up. */
  PAID_AMOUNT("paidAmount", When.PAID),
  REFUNDED_AMOUNT("refundedAmount", When.REFUNDED),

  /** Dossiers whose applicant said how it went; {@code rated:1} to {@code rated:5} by value. */
  RATED("rated", When.RATED),
  /** The values of all of them together. */
  RATED_SUM("ratedSum", When.RATED),

  /** Messages that a provider took, by channel. */
  SENT("sent", When.TOLD),
  DELIVERED("delivered", When.TOLD),
  /** Given up, or reported as not delivered. */
  FAILED("failed", When.TOLD),
  /** Millionths of a US dollar. */
  COST("cost", When.TOLD);

  /** Whose day something is counted by, in Vietnam. */
  public enum When {
    REGISTERED,
    RECEIVED,
    DECIDED,
    RETURNED,
    ISSUED,
    PAID,
    REFUNDED,
    RATED,
    TOLD
  }

  private final String code;
  private final When when;

  Measure(String code, When when) {
    this.code = code;
    this.when = when;
  }

  /** The word in the table and in JSON. */
  public String code() {
    return code;
  }

  public When when() {
    return when;
  }

  /** The word for one gateway or channel: {@code paid:vnpay}. */
  public String of(String part) {
    return code + ":" + part;
  }
}
