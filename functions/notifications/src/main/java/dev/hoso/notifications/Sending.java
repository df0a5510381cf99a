package dev.hoso.notifications;

/** What became of an attempt to send. Reasons are for a clerk to read and name no person. */
public sealed interface Sending {
  /** The provider took it. */
  record Taken(String providerMessageId) implements Sending {}

  /** The provider did not take it now: it throttles, fails or is not there. */
  record NotNow(String reason) implements Sending {}

  /** The provider will never take it, nor anything else for this contact. */
  record Gone(Reason reason) implements Sending {}

  /** The provider will never take it. */
  record Never(String reason) implements Sending {}
}
