package dev.hoso.results.seal;

import dev.hoso.core.DossierCode;
import dev.hoso.core.ResultNumber;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import dev.hoso.core.lambda.StreamConsumer;
import dev.hoso.results.Results;

/** Seals what was received, and deletes what is to be deleted: the stream of the table Results. */
public final class SealHandler extends StreamConsumer {
  private final Workshop workshop;

  /** As Lambda makes it, from its environment. */
  public SealHandler() {
    this(Workshop.of(Settings.load(), Time.source()));
  }

  SealHandler(Workshop workshop) {
    this.workshop = workshop;
  }

  /**
   * The item is read, because a batch that is repeated brings what was sealed long ago.
   *
   * @throws RuntimeException where something of ours is out of reach or missing: the stream repeats
   */
  @Override
  protected void take(Change change) {
    Item after = change.after();
    if (after.isEmpty() || isPutOff(change)) {
      return;
    }
    DossierCode dossier = new DossierCode(after.text("dossier"));
    if (Results.isErasure(after)) {
      workshop.erasing().run(dossier);
    } else {
      ResultNumber number = ResultNumber.parse("number", dossier, after.text("number"));
      workshop.results().find(number).ifPresent(workshop.sealing()::finish);
    }
  }

  /** Whoever puts it off looks after it. */
  private static boolean isPutOff(Change change) {
    Item before = change.before();
    return !before.isEmpty() && before.number("version") == change.after().number("version");
  }
}
