package dev.hoso.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What can happen to a dossier that other systems hear of. The codes are the {@code type} of a
 * CloudEvent: a published one is never given another meaning, and docs/asyncapi.yaml describes
 * each.
 */
public enum EventType {
  /** It is new here. */
  REGISTERED("registered"),
  /** It was accepted, and its clock runs. */
  RECEIVED("received"),
  /** Another procedure or filing channel was registered for it. */
  AMENDED("amended"),
  /** Another unit has it, or another role answers for it. */
  TRANSFERRED("transferred"),
  /** It stands elsewhere by the national portal's ten statuses. */
  STATUS_CHANGED("status-changed"),
  /** Its result is promised for another time. */
  DEADLINE_CHANGED("deadline-changed"),
  /** A fee was asked for. */
  FEE_ASKED("fee-asked"),
  /** The money is here. */
  FEE_PAID("fee-paid"),
  /** An attempt to pay did not succeed; one that does may follow. */
  FEE_FAILED("fee-failed"),
  /** The time to pay is over. */
  FEE_EXPIRED("fee-expired"),
  /** The fee is not asked for any more, or in another way. */
  FEE_CANCELLED("fee-cancelled"),
  /** Money went back. */
  FEE_REFUNDED("fee-refunded"),
  /** An electronic result went out. */
  RESULT_ISSUED("result-issued"),
  /** Another result came in the place of one that was issued. */
  RESULT_SUPERSEDED("result-superseded"),
  /** A result that was issued counts no more. */
  RESULT_REVOKED("result-revoked"),
  /** The applicant's data was erased at their request: who keeps any must erase it too. */
  ERASED("erased");

  private static final String PREFIX = "vn.hoso.dossier.";

  private final String code;

  EventType(String name) {
    this.code = PREFIX + name;
  }

  /** As the event has it: {@code vn.hoso.dossier.status-changed}. */
  public String code() {
    return code;
  }

  /** The type of a code; empty where there is none. */
  public static Optional<EventType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }

  /** All codes, in the order in which what they name happens to a dossier. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(EventType::code).toList();
  }
}
