package dev.hoso.local.providers;

import dev.hoso.local.LiveLog;
import dev.hoso.local.http.Front;
import dev.hoso.local.keys.KeyOperations;
import java.net.URI;

/** The stand-in for KMS at an address of its own. */
public final class KeyService implements AutoCloseable {
  private final Front front;
  private final Behaviour behaviour =
      new Behaviour(new QueryError(400, "ThrottlingException", "Rate exceeded"));

  /** Starts it. */
  public KeyService(KeyOperations keys, LiveLog log) {
    this.front = new Front(0, log);
    front.otherwise(new KeyStandIn(keys, behaviour, log));
    front.start();
  }

  public URI address() {
    return front.address();
  }

  Behaviour behaviour() {
    return behaviour;
  }

  /** Finishes the calls under way. */
  @Override
  public void close() {
    front.close();
  }
}
