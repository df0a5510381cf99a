package dev.hoso.standins.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A dossier as the portal has it, and all that it ever took in of it. */
final class Kept {
  private final List<ObjectNode> states = new ArrayList<>();
  private final List<JsonNode> steps = new ArrayList<>();
  private boolean forgotten;

  boolean there() {
    return !states.isEmpty() && !forgotten;
  }

  void state(ObjectNode state) {
    states.add(state);
    forgotten = false;
  }

  void step(JsonNode step) {
    steps.add(step);
  }

  void forget() {
    forgotten = true;
  }

  /** Every state that was taken in, the first one first. */
  List<ObjectNode> states() {
    return List.copyOf(states);
  }

  List<JsonNode> steps() {
    return List.copyOf(steps);
  }

  /** As a look-up shows it. */
  ObjectNode shown() {
    ObjectNode shown = states.getLast().deepCopy();
    ArrayNode progress = shown.putArray("TienDo");
    steps.forEach(progress::add);
    return shown;
  }
}
