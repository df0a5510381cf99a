package dev.hoso.indicators.ratings;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.CitizenPages;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.indicators.late.Contacts;
import dev.hoso.indicators.late.Letter;
import dev.hoso.indicators.late.Letters;
import dev.hoso.indicators.late.Mailer;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Tells units every minute whose applicants were not satisfied. What was told is noted after the
 * provider took it: a crash between the two tells a unit twice, and leaves nobody out. What cannot
 * be told waits and holds back no other.
 */
public final class LowRatingsHandler implements RequestStreamHandler {
  private static final int AT_ONCE = 100;

  private final LowRatings ratings;
  private final Table dossiers;
  private final Contacts contacts;
  private final Letters letters;
  private final Mailer mailer;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment. */
  public LowRatingsHandler() {
    this(Settings.load());
  }

  private LowRatingsHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  LowRatingsHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    Catalogue catalogue = Catalogue.load(city);
    this.ratings = new LowRatings(new Table(dynamo, settings.required("HOSO_INDICATORS_TABLE")));
    this.dossiers = new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE"));
    this.contacts =
        Contacts.load(city, settings.optional("HOSO_UNIT_EMAIL_DOMAIN").orElse(null), catalogue);
    this.letters = new Letters(catalogue, CitizenPages.of(settings).address());
    this.mailer = new Mailer(settings);
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    List<Item> due = ratings.due(clock.instant(), AT_ONCE);
    int left = due.stream().filter(owed -> !told(owed)).toList().size();
    Log.metric("DueBacklog", left, Map.of("owed", LowRatings.OWED));
  }

  private boolean told(Item owed) {
    String dossier = owed.text("dossier");
    try {
      LowRating rating = LowRating.of(dossiers.get(Map.of("code", dossier)));
      // One that was changed meanwhile is owed by itself, or is not low any more.
      if (rating != null && Time.text(rating.at()).equals(owed.text("at"))) {
        tell(rating);
      }
      ratings.settle(owed);
      return true;
    } catch (SdkException e) {
      Log.error("lowRatingNotTold", Map.of("dossier", dossier), e);
      return false;
    }
  }

  /** The centre hears of those whose unit has no mailbox. */
  private void tell(LowRating rating) {
    Letter letter = letters.lowRating(rating);
    List<String> mailboxes =
        contacts
            .email(rating.unit())
            .map(List::of)
            .orElseGet(
                () ->
                    contacts.digests().stream()
                        .flatMap(unit -> contacts.email(unit).stream())
                        .toList());
    mailboxes.forEach(to -> mailer.send(to, letter));
    if (mailboxes.isEmpty()) {
      Log.info("lowRatingHasNoReader", Map.of("dossier", rating.dossier(), "unit", rating.unit()));
    }
  }
}
