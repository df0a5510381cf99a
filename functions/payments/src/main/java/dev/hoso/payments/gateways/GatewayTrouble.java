package dev.hoso.payments.gateways;

/**
 * A gateway was asked, and nothing can be built on its answer. What it was asked for may have
 * happened all the same: whoever asks again must ask so that it does not happen twice.
 */
public final class GatewayTrouble extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What was wrong. */
  public enum Kind {
    /** No answer in time, one that says "later", or so many of these that it is not asked now. */
    UNREACHABLE,
    /** It understood, and said no. */
    REFUSED,
    /** It knows another payment, or an earlier attempt at this one, under this reference. */
    TAKEN,
    /** The answer is not signed as the gateway signs, or is about something else. */
    UNPROVEN,
    /** The answer is not what its documents say. */
    NOT_UNDERSTOOD
  }

  private final String gateway;
  private final Kind kind;

  /**
   * Trouble with a gateway.
   *
   * @param code the gateway's own code, or what was seen; never what a person typed
   */
  public GatewayTrouble(String gateway, Kind kind, String code) {
    super(gateway + " " + kind + ": " + code);
    this.gateway = gateway;
    this.kind = kind;
  }

  public String gateway() {
    return gateway;
  }

  public Kind kind() {
    return kind;
  }
}
