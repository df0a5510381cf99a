package dev.hoso.indicators.late;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tells units on every working day what they have promised for the third working day from then. */
public final class HeadsUpHandler implements RequestStreamHandler {
  private final Office office;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment. */
  public HeadsUpHandler() {
    this(Settings.load());
  }

  private HeadsUpHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  HeadsUpHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    this.office = Office.of(settings, dynamo);
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    LocalDate today = Time.day(clock.instant());
    if (!office.calendar().isWorkingDay(today)) {
      return;
    }
    LocalDate due = office.ahead(today);
    Map<String, List<Late>> byUnit =
        office.all((source, unit) -> source.dueOn(unit, due)).stream()
            .collect(Collectors.groupingBy(Late::unit, TreeMap::new, Collectors.toList()));
    Telling telling = office.telling(clock);
    byUnit.forEach(
        (unit, all) ->
            telling.tell(
                "ahead " + due,
                unit,
                unit,
                () -> office.letters().headsUp(unit, due, UnitLate.Part.all(all, Late::what))));
    telling.finish();
  }
}
