package dev.hoso.local.streams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A record of a stream.
 *
 * @param json as Lambda hands it to a function
 */
record StreamRecord(String sequence, Instant created, ObjectNode json) {
  /** Records of one item have the same keys, and stay in order. */
  int lane(int lanes) {
    return Math.floorMod(json.path("dynamodb").path("Keys").toString().hashCode(), lanes);
  }
}
