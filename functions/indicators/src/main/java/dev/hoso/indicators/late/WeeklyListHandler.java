package dev.hoso.indicators.late;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes the list of the week and tells the units that are on it, and the centre. Called again it
 * goes on where it stopped: the list stays, and who was told is not told again.
 */
public final class WeeklyListHandler implements RequestStreamHandler {
  private final Office office;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment. */
  public WeeklyListHandler() {
    this(Settings.load());
  }

  private WeeklyListHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  WeeklyListHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    this.office = Office.of(settings, dynamo);
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Instant now = Time.now(clock);
    Week week = Week.of(Time.day(now));
    WeeklyList list = office.lists().find(week).orElseGet(() -> made(week, now));
    Log.metric("LateUnits", list.units().size(), Map.of("list", "weekly"));
    Telling telling = office.telling(clock);
    for (UnitLate unit : list.units()) {
      telling.tell(
          Lists.id(week), unit.unit(), unit.unit(), () -> office.letters().unit(list, unit));
    }
    for (String centre : office.contacts().digests()) {
      telling.tell(Lists.id(week), "digest " + centre, centre, () -> digest(list));
    }
    telling.finish();
  }

  private WeeklyList made(Week week, Instant now) {
    LocalDate day = Time.day(now);
    List<Late> all = office.all((source, unit) -> source.of(unit, day));
    WeeklyList last = office.lists().find(week.before()).orElse(null);
    WeeklyList list = WeeklyList.of(week, day, Time.text(now), all, last);
    return office.lists().keep(week, list, Time.sortable(now));
  }

  private Letter digest(WeeklyList list) {
    List<String> unreached =
        list.units().stream()
            .map(UnitLate::unit)
            .filter(unit -> office.contacts().email(unit).isEmpty())
            .toList();
    return office.letters().digest(list, unreached);
  }
}
