package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A payment as its gateway keeps it. */
final class Order {
  private final Terms terms;
  private final List<Refund> refunds = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private State state = State.OPEN;
  private String transaction = "";
  private Instant decided;

  Order(Terms terms) {
    this.terms = terms;
    this.decided = terms.created();
  }

  Terms terms() {
    return terms;
  }

  /** How it stands; what nobody paid in its time is expired. */
  synchronized State state(Instant now) {
    boolean over = terms.expires().filter(now::isAfter).isPresent();
    return over && payable() ? State.EXPIRED : state;
  }

  /** Whether a person may still decide. */
  boolean open(Instant now) {
    return state(now) == State.OPEN || state(now) == State.FAILED;
  }

  private boolean payable() {
    return state == State.OPEN || state == State.FAILED;
  }

  /**
   * Decides.
   *
   * @param number the gateway's number for the transaction
   * @return whether this was still possible
   */
  synchronized boolean decide(State to, String number, Instant now) {
    if (!open(now)) {
      return false;
    }
    state = to;
    transaction = number;
    decided = now;
    return true;
  }

  /** The transaction's number, empty before anybody decided. */
  synchronized String transaction() {
    return transaction;
  }

  synchronized Instant decided() {
    return decided;
  }

  /** Sends money back if there is as much. */
  synchronized boolean refund(Refund refund) {
    if (state != State.PAID || refund.amount() <= 0 || refund.amount() > left()) {
      return false;
    }
    refunds.add(refund);
    return true;
  }

  synchronized Optional<Refund> refund(String id) {
    return refunds.stream().filter(refund -> refund.id().equals(id)).findFirst();
  }

  /** Oldest first. */
  synchronized List<Refund> refunds() {
    return List.copyOf(refunds);
  }

  synchronized long refunded() {
    return refunds.stream().mapToLong(Refund::amount).sum();
  }

  /** What has not gone back. */
  synchronized long left() {
    return terms.amount() - refunded();
  }

  /** Keeps what our webhook answered. */
  synchronized void told(String answer) {
    answers.add(answer);
  }

  synchronized ObjectNode json(Instant now) {
    ObjectNode json = Json.object().put("gateway", terms.gateway());
    json.put("reference", terms.reference()).put("id", terms.id());
    json.put("amount", terms.amount()).put("currency", terms.currency());
    json.put("description", terms.description())
        .put("state", state(now).name().toLowerCase(Locale.ROOT));
    json.put("transaction", transaction).put("createdAt", terms.created().toString());
    ArrayNode back = json.putArray("refunds");
    for (Refund refund : refunds) {
      back.addObject().put("id", refund.id()).put("amount", refund.amount());
    }
    ArrayNode heard = json.putArray("webhookAnswers");
    answers.forEach(heard::add);
    return json;
  }
}
