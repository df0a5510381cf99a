package dev.hoso.citizen.lookup;

import dev.hoso.citizen.Words;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.Name;
import dev.hoso.core.catalogue.GatewayOffers;
import dev.hoso.core.catalogue.PaymentGateway;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A dossier as its page shows it.
 *
 * @param offers where units' fees can be paid
 * @param now when it is looked at
 * @param until when the page closes by itself
 */
public record DossierPage(
    Dossier dossier, Words words, GatewayOffers offers, Instant now, Instant until) {
  public Name procedure() {
    return words.procedure(dossier.procedure());
  }

  /** Who has it now. */
  public Name unit() {
    return words.unit(dossier.unit());
  }

  /** What has been done. */
  public List<Step> steps() {
    return Timeline.of(dossier);
  }

  /** What the reader must do. */
  public List<Todo> todos() {
    return Todos.of(dossier, now);
  }

  /** The other ways in which a payment's fee can be paid, on its receipt's page. */
  public List<Name> otherWays(Payment payment) {
    return offers.taking(dossier.filedAt(), Set.of(payment.amount().currency())).stream()
        .filter(PaymentGateway::choosable)
        .filter(it -> !it.code().equals(payment.gateway()))
        .map(PaymentGateway::name)
        .toList();
  }

  /** Whether the promised time is over and the city still works on it. */
  public boolean late() {
    Instant dueAt = dossier.dueAt();
    return dueAt != null && dossier.promised() && !paused() && now.isAfter(dueAt);
  }

  /** Whether the clock stands, as the reader has to act. */
  public boolean paused() {
    return dossier.status().waitsForCitizen();
  }

  /** Whether the reader may be asked how it went. */
  public boolean ratable() {
    boolean settled =
        dossier.status() == DossierStatus.DONE || dossier.status() == DossierStatus.RETURNED;
    return settled && dossier.erasedAt() == null;
  }

  /** How the state looks. */
  public String mood() {
    return switch (dossier.status()) {
      case DONE, RETURNED -> "valid";
      case REFUSED, WITHDRAWN, STOPPED -> "refused";
      default -> paused() ? "waits" : "goes";
    };
  }

  /** Whether a reason belongs to the status itself; that for papers stands with the task. */
  public boolean showsReason() {
    return dossier.statusReason() != null && dossier.status() != DossierStatus.SUPPLEMENT_ASKED;
  }
}
