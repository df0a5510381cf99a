package dev.hoso.citizen.lookup;

import dev.hoso.core.DossierStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a dossier asks of its applicant. Pure. */
final class Todos {
  private Todos() {}

  /** Everything that there is to do now, what holds the dossier up first; never empty. */
  static List<Todo> of(Dossier dossier, Instant now) {
    List<Todo> todos = new ArrayList<>();
    DossierStatus status = dossier.status();
    if (status == DossierStatus.SUPPLEMENT_ASKED) {
      todos.add(new Todo.BringPapers(dossier.statusReason()));
    }
    todos.addAll(money(dossier, now));
    if (status == DossierStatus.FEE_DUE && todos.isEmpty()) {
      todos.add(new Todo.AskHowToPay());
    }
    List<Result> ready = dossier.results().stream().filter(Todos::ready).toList();
    if (!ready.isEmpty()) {
      todos.add(new Todo.Fetch(ready));
    }
    if (todos.isEmpty()) {
      todos.add(otherwise(dossier));
    }
    return todos;
  }

  private static Todo otherwise(Dossier dossier) {
    return switch (dossier.status()) {
      case REGISTERED, RECEIVED, PROCESSING, SUPPLEMENT_ASKED, FEE_DUE -> new Todo.Wait();
      case REFUSED, WITHDRAWN, STOPPED -> new Todo.Ask();
      case DONE -> done(dossier.results());
      case RETURNED -> new Todo.Nothing();
    };
  }

  private static Todo done(List<Result> results) {
    if (results.isEmpty()) {
      return new Todo.Collect();
    }
    if (results.stream().anyMatch(result -> result.is("sealed"))) {
      return new Todo.Wait();
    }
    boolean good = results.stream().anyMatch(result -> result.is("issued"));
    return good ? new Todo.Nothing() : new Todo.Ask();
  }

  /** A superseded one has a better one beside it; one that was fetched is no task. */
  private static boolean ready(Result result) {
    return result.is("issued") && result.downloadable() && result.handedOutAt() == null;
  }

  private static List<Todo> money(Dossier dossier, Instant now) {
    if (dossier.status().brokenOff()) {
      return List.of();
    }
    List<Payment> payments = dossier.payments();
    List<Payment> owed =
        payments.stream()
            .filter(payment -> payments.stream().noneMatch(other -> other.settles(payment)))
            .toList();
    List<Todo> todos = new ArrayList<>();
    owed.stream().filter(Payment::undecided).map(Todo.WaitForGateway::new).forEach(todos::add);
    owed.stream()
        .filter(payment -> payment.payable(now) && noneLater(owed, payment, now))
        .map(Todo.Pay::new)
        .forEach(todos::add);
    return todos;
  }

  /** Of two requests for one fee the later counts, and none while a gateway checks one. */
  private static boolean noneLater(List<Payment> owed, Payment payment, Instant now) {
    Predicate<Payment> later =
        other -> other.payable(now) && other.createdAt().isAfter(payment.createdAt());
    return owed.stream()
        .filter(other -> other.sameFee(payment))
        .noneMatch(later.or(Payment::undecided));
  }
}
