package dev.hoso.notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.lambda.Change;
import dev.hoso.core.lambda.StreamConsumer;
import dev.hoso.notifications.events.Publisher;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/**
 * Takes the changes of dossiers in and tells their applicants what happened, or forgets what they
 * were told where their data was erased. Other systems hear of the same changes by events.
 */
public final class DossierFactsHandler implements RequestStreamHandler {
  private final Teller teller;
  private final Erasure erasure;
  private final Reminders reminders;
  private final Publisher publisher;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment: clients, texts and classes are in the snapshot. */
  public DossierFactsHandler() {
    this(Notifications.fromEnvironment(), Publisher.fromEnvironment());
    teller.rehearse();
  }

  DossierFactsHandler(Notifications notifications, Publisher publisher) {
    this.teller = notifications.teller();
    this.erasure = notifications.erasure();
    this.reminders = notifications.reminders();
    this.publisher = publisher;
    this.clock = notifications.clock();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    new Batch(new TimeLeft(context)).handleRequest(in, out, context);
  }

  /** One batch: a slow provider must not use up the time that Lambda gives to all of it. */
  private final class Batch extends StreamConsumer {
    private final TimeLeft time;

    Batch(TimeLeft time) {
      this.time = time;
    }

    @Override
    protected void take(Change change) {
      // Neither waits for the other to succeed: what fails of them brings the change again.
      try {
        tell(change);
      } finally {
        publisher.publish(change, time);
      }
    }

    private void tell(Change change) {
      Dossier after = Dossier.of(change.after());
      if (after != null && after.erasedAt() != null) {
        // At every change that shows it: where the first one was lost, the next one makes up for
        // it.
        erasure.blank(after.code(), after.erasedAt());
        Dossier before = Dossier.of(change.before());
        if (before != null && before.erasedAt() == null) {
          erasure.blankAnnouncements(before.applicant(), after.erasedAt());
        }
      } else if (after != null) {
        Dossier before = Dossier.of(change.before());
        reminders.end(before, after, clock.instant());
        Facts.between(before, after).forEach(fact -> teller.tell(after, fact, time));
      }
    }
  }
}
