package dev.hoso.notifications.figures;

/** What is counted of the messages of a day and channel. */
enum Figure {
  /** Those that were to leave and did, or never will. */
  MESSAGES("messages"),
  /** Those that a provider took. */
  LEFT("left"),
  /** Those that it took within ten seconds. */
  WITHIN("within10"),
  /** Those of all messages that nothing but a provider's trouble may hold back. */
  PROMPT("prompt"),
  /** Those of them that left within ten seconds. */
  PROMPT_WITHIN("promptWithin10"),
  /** Those that arrived, as the provider reports. */
  DELIVERED("delivered"),
  /** Those that did not, as the provider reports. */
  UNDELIVERED("undelivered");

  private final String attribute;

  Figure(String attribute) {
    this.attribute = attribute;
  }

  /** The word in the table and in JSON. */
  String attribute() {
    return attribute;
  }
}
