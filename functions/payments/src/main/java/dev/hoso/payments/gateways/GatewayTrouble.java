package dev.hoso.payments.gateways;

/**
 * A gateway could not be asked, refused, or answered what proves nothing. Names the gateway and its
 * code, never what was sent.
 */
public final class GatewayTrouble extends RuntimeException {
  private final String gateway;
  private final String code;

  /**
   * Trouble with a gateway.
   *
   * @param code the gateway's own, or what was the matter: {@code timeout}, {@code badSignature}
   */
  public GatewayTrouble(String gateway, String code) {
    super(gateway + ": " + code);
    this.gateway = gateway;
    this.code = code;
  }

  /** A call that failed on the way. */
  public GatewayTrouble(String gateway, String code, Throwable cause) {
    super(gateway + ": " + code, cause);
    this.gateway = gateway;
    this.code = code;
  }

  /** Which gateway. */
  public String gateway() {
    return gateway;
  }

  /** The gateway's own code, or what was the matter. */
  public String code() {
    return code;
  }
}
