package dev.hoso.dossiers;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Change;
import dev.hoso.core.lambda.StreamConsumer;
import dev.hoso.dossiers.Command.TakePayment;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Takes what happened to payments into their dossiers: the stream of the table Payments. */
public final class PaymentFactsHandler extends StreamConsumer {
  private final Dossiers dossiers;
  private final DossierRules rules;
  private final InstantSource clock;

  /** As Lambda makes it, from its environment. */
  public PaymentFactsHandler() {
    this(Settings.load());
  }

  private PaymentFactsHandler(Settings settings) {
    this(
        new Dossiers(new Table(Dynamo.client(settings), settings.required("HOSO_DOSSIERS_TABLE"))),
        rules(settings),
        Time.source());
  }

  PaymentFactsHandler(Dossiers dossiers, DossierRules rules, InstantSource clock) {
    this.dossiers = dossiers;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Writes nothing where the dossier knows this version of the payment or a newer one.
   *
   * @throws IllegalStateException where there is no such dossier: money without a dossier must be
   *     seen, so the change ends in the failure queue
   */
  @Override
  protected void take(Change change) {
    Item payment = change.after();
    if (payment.isEmpty()) {
      return;
    }
    TakePayment command = new TakePayment(payment.text("id"), Payment.reported(payment));
    DossierCode code = new DossierCode(payment.text("dossier"));
    Decision decision = dossiers.change(code, now -> rules.decide(now, command, clock.instant()));
    if (decision instanceof Decision.Changed changed) {
      logTaken(command, changed.dossier());
    } else if (!(decision instanceof Decision.Unchanged)) {
      throw new IllegalStateException(
          "Dossier " + code + " does not take payment " + command.id() + ": " + decision);
    }
  }

  private static void logTaken(TakePayment command, Dossier dossier) {
    Log.info(
        "paymentTaken",
        Map.of(
            "dossier", dossier.code().value(),
            "payment", command.id(),
            "status", command.payment().status(),
            "version", dossier.version()));
  }

  private static DossierRules rules(Settings settings) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    return DossierRules.of(Catalogue.load(city), WorkingCalendar.load(city), settings);
  }
}
