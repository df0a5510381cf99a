package dev.hoso.dossiers;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import dev.hoso.core.lambda.StreamConsumer;
import dev.hoso.dossiers.Command.TakePayment;
import java.util.Map;

/** Takes what happened to payments into their dossiers: the stream of the table Payments. */
public final class PaymentFactsHandler extends StreamConsumer {
  private final Intake intake;

  /** As Lambda makes it, from its environment. */
  public PaymentFactsHandler() {
    this(Intake.of(Settings.load()));
  }

  PaymentFactsHandler(Intake intake) {
    this.intake = intake;
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
    // What is no news about a payment does not raise its version: that its money was settled.
    if (payment.isEmpty() || !change.raisesVersion()) {
      return;
    }
    TakePayment command = new TakePayment(payment.text("id"), Payment.reported(payment));
    DossierCode code = new DossierCode(payment.text("dossier"));
    Decision decision = intake.take(code, command);
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
}
