package dev.hoso.citizen.lookup;

import dev.hoso.core.DossierCode;
import io.micronaut.http.HttpParameters;

/**
 * The page that asks for a one-time code. It says the same whether or not the dossier exists.
 *
 * @param state what happened before
 */
public record Proof(DossierCode code, State state) {
  /** What the address says of the attempt before. */
  public enum State {
    /** Nothing was asked for yet. */
    ASK,
    /** A code was asked for. */
    SENT,
    /** The code that was typed is another. */
    WRONG,
    /** The code was tried too often, or its time is over. */
    OVER,
    /** Too many codes were asked for. */
    LIMITED,
    /** No provider took the message. */
    FAILED;

    static State of(HttpParameters parameters) {
      boolean sent = parameters.contains("sent");
      return parameters.contains("over")
          ? OVER
          : parameters.contains("limited")
              ? LIMITED
              : parameters.contains("failed")
                  ? FAILED
                  : sent ? parameters.contains("wrong") ? WRONG : SENT : ASK;
    }
  }

  public boolean is(State other) {
    return state == other;
  }

  /** Whether a code can be typed now. */
  public boolean entering() {
    return state == State.SENT || state == State.WRONG;
  }
}
