package dev.hoso.dossiers;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import dev.hoso.core.lambda.StreamConsumer;
import dev.hoso.dossiers.Command.Erase;
import dev.hoso.dossiers.Command.TakeResult;
import java.util.Map;
import java.util.Set;

/**
 * Takes what happened to electronic results into their dossiers, which decide whether they go out:
 * the stream of the table Results. A request to erase an applicant's data lies in that table too.
 */
public final class ResultFactsHandler extends StreamConsumer {
  /** The place of the results' numbers where a request to erase stands. */
  private static final String ERASURE = "erasure";

  /** What a result is when its dossier hears of it first. */
  private static final Set<String> NEW = Set.of("sealed", "refused");

  private final Intake intake;

  /** As Lambda makes it, from its environment. */
  public ResultFactsHandler() {
    this(Intake.of(Settings.load()));
  }

  ResultFactsHandler(Intake intake) {
    this.intake = intake;
  }

  /**
   * Writes nothing where the dossier knows this version of the result or a newer one. What was only
   * received says nothing yet.
   *
   * @throws IllegalStateException where a new result has no dossier: nobody would ever get it, so
   *     the change ends in the failure queue. What becomes of one later, such as a revocation or
   *     the end of its document after years, may find that its dossier is no longer kept
   */
  @Override
  protected void take(Change change) {
    Item reported = change.after();
    if (reported.isEmpty() || reported.text("status").equals("received")) {
      return;
    }
    DossierCode code = new DossierCode(reported.text("dossier"));
    boolean erasure = reported.text("number").equals(ERASURE);
    Decision decision =
        intake.take(code, erasure ? new Erase() : new TakeResult(Result.reported(reported)));
    boolean gone = decision instanceof Decision.Unknown && !isNew(reported);
    if (decision instanceof Decision.Changed || gone) {
      log(gone ? "resultOfDossierNoLongerKept" : "resultTaken", code, reported);
    } else if (!(decision instanceof Decision.Unchanged)) {
      throw new IllegalStateException(
          "Dossier " + code + " does not take " + reported.text("number") + ": " + decision);
    }
  }

  private static boolean isNew(Item reported) {
    return NEW.contains(reported.text("status")) && !reported.has("documentDeletedAt");
  }

  private static void log(String event, DossierCode code, Item reported) {
    Log.info(
        event,
        Map.of(
            "dossier", code.value(),
            "result", reported.text("number"),
            "status", reported.text("status"),
            "version", reported.number("version")));
  }
}
