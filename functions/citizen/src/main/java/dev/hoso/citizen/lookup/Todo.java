package dev.hoso.citizen.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the citizen has to do next. */
public sealed interface Todo {
  /** Pay this, which can be done on its receipt's page. */
  record Pay(Payment payment) implements Todo {}

  /** Wait: the gateway holds this payment back; paying again would be paying twice. */
  record WaitForGateway(Payment payment) implements Todo {}

  /** Ask the unit for a way to pay: a fee is due and no request to pay it is open. */
  record AskHowToPay() implements Todo {}

  /** Hand in papers; the officer says which. */
  record BringPapers(@Nullable String reason) implements Todo {}

  /** Fetch these electronic results. */
  record Fetch(List<Result> results) implements Todo {}

  /** Fetch the result at the counter: there is no electronic one. */
  record Collect() implements Todo {}

  /** Ask the unit, if something is unclear: the dossier has ended without a result. */
  record Ask() implements Todo {}

  /** Nothing but wait. */
  record Wait() implements Todo {}

  /** Nothing any more. */
  record Nothing() implements Todo {}
}
