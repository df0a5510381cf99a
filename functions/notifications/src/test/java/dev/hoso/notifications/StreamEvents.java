package dev.hoso.notifications;

import dev.hoso.core.lambda.Change;

/** Batches of the dossiers' stream, as Lambda hands them over. */
public final class StreamEvents {
  private StreamEvents() {}

  public static byte[] event(Change... changes) {
    return dev.hoso.core.lambda.StreamEvents.event(changes);
  }
}
