package dev.hoso.indicators;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier counts for, read from its item alone: what it was before does not matter. Pure.
 *
 * @param calendar by whose working days lateness is measured
 */
record DossierCounting(Catalogue catalogue, WorkingCalendar calendar) {
  /** The states of a payment in which the money came in, also where some of it went back. */
  private static final Set<String> PAID = Set.of("paid", "partiallyRefunded", "refunded");

  /** What an item of the table Dossiers counts for. */
  Contribution of(Item dossier) {
    Tally tally = new Tally();
    Procedure procedure = catalogue.procedure(dossier.text("procedure")).orElse(null);
    Instant receivedAt = dossier.timeOrNull("receivedAt");
    tally.one(registered(dossier, receivedAt), Measure.REGISTERED);
    if (receivedAt != null) {
      received(tally, dossier, procedure, Time.day(receivedAt));
    }
    DossierStatus status = status(dossier);
    Instant decidedAt = decidedAt(dossier, status);
    if (decidedAt != null) {
      decided(tally, dossier, procedure, decidedAt);
    }
    if (status == DossierStatus.RETURNED) {
      tally.one(Time.day(dossier.time("statusAt")), Measure.RETURNED);
    }
    results(dossier).forEach(it -> tally.one(Time.day(it.time("issuedAt")), Measure.RESULTS));
    payments(dossier).forEach(it -> payment(tally, it));
    if (dossier.has("rating")) {
      rated(tally, dossier.number("rating"), Time.day(dossier.time("ratedAt")));
    }
    return new Contribution(
        source(dossier),
        new Version(dossier.number("version"), dossier.numberOr("portalVersion", 0)),
        new Cell(dossier.text("unit"), dossier.text("procedure")),
        dossier.map("responsible").textOrNull("role"),
        tally.byDay(),
        decidedAt == null ? bucket(dossier, status) : null);
  }

  static String source(Item dossier) {
    return "dossier " + dossier.text("code");
  }

  private static LocalDate registered(Item dossier, @Nullable Instant receivedAt) {
    Instant createdAt = dossier.time("createdAt");
    return Time.day(receivedAt != null && receivedAt.isBefore(createdAt) ? receivedAt : createdAt);
  }

  private void received(Tally tally, Item dossier, @Nullable Procedure procedure, LocalDate day) {
    FilingChannel channel = FilingChannel.parse("channel", dossier.text("channel"));
    List<Item> papers = dossier.list("documents");
    tally.one(day, Measure.RECEIVED);
    tally.one(day, ofChannel(channel));
    tally.one(
        day,
        Measure.ONLINE_COMPLETE,
        channel == FilingChannel.ONLINE && (!returnsPaper(procedure) || hasResult(dossier)));
    tally.one(day, Measure.WITH_FEE, withFee(dossier, procedure, channel, day));
    tally.one(day, Measure.PAID_ONLINE, payments(dossier).stream().anyMatch(DossierCounting::paid));
    tally.add(day, Measure.PARTS, papers.size());
    tally.add(day, Measure.PARTS_DIGITISED, count(papers, "digitised"));
    tally.add(day, Measure.PARTS_REUSED, count(papers, "reused"));
    tally.one(day, Measure.SYNCHRONISED, dossier.has("portalVersion"));
  }

  private void decided(
      Tally tally, Item dossier, @Nullable Procedure procedure, Instant decidedAt) {
    LocalDate day = Time.day(decidedAt);
    Instant dueAt = dossier.timeOrNull("dueAt");
    Measure timely = timely(decidedAt, dueAt);
    tally.one(day, Measure.DECIDED);
    tally.one(day, timely);
    if (timely == Measure.LATE && dueAt != null) {
      tally.add(day, Measure.DAYS_LATE, calendar.workingDays(Time.day(dueAt), day));
    }
    tally.one(
        day,
        Measure.ASKED_TWICE,
        timely != Measure.LATE && dossier.numberOr("supplementsAsked", 0) > 1);
    Measure how = how(status(dossier));
    tally.one(day, how);
    if (how == Measure.DONE) {
      done(tally, dossier, procedure, day);
    }
  }

  private static void done(
      Tally tally, Item dossier, @Nullable Procedure procedure, LocalDate day) {
    List<Item> papers = dossier.list("documents");
    boolean electronic = returnsPaper(procedure) && hasResult(dossier);
    boolean allDigitised = !papers.isEmpty() && count(papers, "digitised") == papers.size();
    tally.one(day, Measure.PAPER_DUE, returnsPaper(procedure));
    tally.one(day, Measure.ELECTRONIC, electronic);
    tally.one(day, Measure.DIGITISED, electronic && allDigitised);
    tally.one(day, Measure.REUSED, count(papers, "reused") > 0);
  }

  private static void payment(Tally tally, Item payment) {
    if (!paid(payment)) {
      return;
    }
    String gateway = payment.text("gateway");
    boolean dong = payment.text("currency").equals("VND");
    LocalDate day = Time.day(payment.time("paidAt"));
    tally.add(day, Measure.PAID.of(gateway), 1);
    tally.add(day, Measure.PAID_AMOUNT.of(gateway), dong ? payment.number("amount") : 0);
    Instant refundedAt = payment.timeOrNull("refundedAt");
    if (refundedAt != null && dong) {
      tally.add(
          Time.day(refundedAt),
          Measure.REFUNDED_AMOUNT.of(gateway),
          payment.numberOr("refundedAmount", 0));
    }
  }

  private static void rated(Tally tally, long value, LocalDate day) {
    tally.one(day, Measure.RATED);
    tally.add(day, Measure.RATED_SUM, value);
    tally.add(day, Measure.RATED.of(String.valueOf(value)), 1);
  }

  /** A promise is kept to the second that it names; earlier is by the day. */
  private static Measure timely(Instant decidedAt, @Nullable Instant dueAt) {
    if (dueAt == null) {
      return Measure.UNPROMISED;
    }
    if (decidedAt.isAfter(dueAt)) {
      return Measure.LATE;
    }
    return Time.day(decidedAt).isBefore(Time.day(dueAt)) ? Measure.EARLY : Measure.ON_TIME;
  }

  /** What was overdue when the clock stopped stays so: the citizen did not make it late. */
  private static Bucket bucket(Item dossier, DossierStatus status) {
    Instant dueAt = dossier.timeOrNull("dueAt");
    if (status.waitsForCitizen()) {
      LocalDate stopped = Time.day(dossier.time("statusAt"));
      return dueAt != null && Time.day(dueAt).isBefore(stopped)
          ? Bucket.overdueWhenStopped(Time.day(dueAt), stopped)
          : Bucket.WAITING;
    }
    if (status == DossierStatus.REGISTERED) {
      return Bucket.REGISTERED;
    }
    return dueAt == null ? Bucket.UNPROMISED : Bucket.due(Time.day(dueAt));
  }

  /**
   * Of a procedure that has a fee; not where this dossier's own is known to be 0 and nothing was
   * asked for. What is not known is not 0.
   */
  private static boolean withFee(
      Item dossier, @Nullable Procedure procedure, FilingChannel channel, LocalDate day) {
    boolean asked = payments(dossier).stream().anyMatch(it -> it.number("amount") > 0);
    if (asked || procedure == null) {
      return asked;
    }
    boolean has = procedure.fees().stream().anyMatch(fee -> fee.amount() > 0);
    return has && procedure.feeFor(channel, day).orElse(1) > 0;
  }

  /** Items from before the time was kept have the time of their status. */
  private static @Nullable Instant decidedAt(Item dossier, DossierStatus status) {
    if (status != DossierStatus.DONE && !status.ended()) {
      return null;
    }
    Instant kept = dossier.timeOrNull("decidedAt");
    return kept == null ? dossier.time("statusAt") : kept;
  }

  private static DossierStatus status(Item dossier) {
    return DossierStatus.of("status", (int) dossier.number("status"));
  }

  private static Measure how(DossierStatus status) {
    return switch (status) {
      case REFUSED -> Measure.REFUSED;
      case WITHDRAWN -> Measure.WITHDRAWN;
      case STOPPED -> Measure.STOPPED;
      default -> Measure.DONE;
    };
  }

  private static Measure ofChannel(FilingChannel channel) {
    return switch (channel) {
      case ONLINE -> Measure.ONLINE;
      case IN_PERSON -> Measure.IN_PERSON;
      case POST -> Measure.POST;
    };
  }

  private static boolean returnsPaper(@Nullable Procedure procedure) {
    return procedure != null && procedure.returnsDocument();
  }

  private static boolean hasResult(Item dossier) {
    return results(dossier).stream().anyMatch(it -> it.text("status").equals("issued"));
  }

  /** Those that went out, whatever became of them. */
  private static List<Item> results(Item dossier) {
    return entries(dossier.map("results")).stream().filter(it -> it.has("issuedAt")).toList();
  }

  private static List<Item> payments(Item dossier) {
    return entries(dossier.map("payments"));
  }

  private static boolean paid(Item payment) {
    return PAID.contains(payment.text("status")) && payment.has("paidAt");
  }

  private static List<Item> entries(Item map) {
    return map.attributes().keySet().stream().map(map::map).toList();
  }

  private static long count(List<Item> papers, String flag) {
    return papers.stream().filter(it -> it.flag(flag)).count();
  }
}
