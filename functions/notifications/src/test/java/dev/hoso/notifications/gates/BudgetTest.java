package dev.hoso.notifications.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.notifications.Gate;
import dev.hoso.notifications.Manners;
import dev.hoso.notifications.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day's budget: 0.10 USD for an SMS of one part, and all SMS here are of one part. */
class BudgetTest {
  private static final Instant DAY = Instant.parse("2026-11-23T07:30:05Z");
  private final Table allowances = DynamoForTests.table("Allowances");

  @TempDir Path city;

  @Test
  void atTheLimitWhatTheLawWantsAndCodesGoAndTheRestWaitsForTheNextMorning() {
    Budget budget = budget("0.25");

    assertThat(budget.at(reminder("01"), DAY)).isEqualTo(Gate.Open.OPEN);
    assertThat(budget.at(reminder("01"), DAY)).isEqualTo(Gate.Open.OPEN);
    Gate.Wait wait = (Gate.Wait) budget.at(reminder("01"), DAY);
    assertThat(wait.reason()).isEqualTo("The day's budget of the city is used up");
    assertThat(wait.until())
        .isBetween(Instant.parse("2026-11-24T00:00:00Z"), Instant.parse("2026-11-24T00:30:00Z"));
    assertThat(budget.at(sms("01", "payment-confirmed"), DAY)).isEqualTo(Gate.Open.OPEN);
    assertThat(budget.at(sms("01", "one-time-code"), DAY)).isEqualTo(Gate.Open.OPEN);
    assertThat(spent("city")).isEqualTo(400_000);

    assertThat(budget.at(reminder("01"), DAY.plus(Duration.ofDays(1)))).isEqualTo(Gate.Open.OPEN);
  }

  @Test
  void theDayIsVietnams() {
    Budget budget = budget("0.10");
    Instant lastSecond = Instant.parse("2026-11-23T16:59:59Z");

    assertThat(budget.at(reminder("01"), lastSecond)).isEqualTo(Gate.Open.OPEN);
    assertThat(budget.at(reminder("01"), lastSecond)).isInstanceOf(Gate.Wait.class);
    assertThat(budget.at(reminder("01"), lastSecond.plusSeconds(1))).isEqualTo(Gate.Open.OPEN);
  }

  @Test
  void aUnitsBudgetIsItsOwnAndTheCitysIsEverybodys() throws IOException {
    Files.writeString(city.resolve("budgets.csv"), "unit,usd_per_day\n01,0.10\n*,0.20\n02,\n");
    Budget budget = budget("0.50");

    assertThat(budget.at(reminder("01"), DAY)).isEqualTo(Gate.Open.OPEN);
    assertThat(((Gate.Wait) budget.at(reminder("01"), DAY)).reason())
        .isEqualTo("The day's budget of the unit 01 is used up");
    // What the unit refused was given back to the city.
    assertThat(spent("city")).isEqualTo(100_000);
    assertThat(budget.at(reminder("03"), DAY)).isEqualTo(Gate.Open.OPEN);
    assertThat(budget.at(reminder("03"), DAY)).isEqualTo(Gate.Open.OPEN);
    assertThat(budget.at(reminder("03"), DAY)).isInstanceOf(Gate.Wait.class);
    assertThat(budget.at(reminder("02"), DAY)).isEqualTo(Gate.Open.OPEN);
    assertThat(budget.at(reminder("02"), DAY)).isEqualTo(Gate.Open.OPEN);
    assertThat(((Gate.Wait) budget.at(reminder("02"), DAY)).reason())
        .isEqualTo("The day's budget of the city is used up");
  }

  @Test
  void whatTheProviderRefusedIsGivenBackToTheDayItWasTakenFrom() {
    Budget budget = budget("0.10");
    budget.at(reminder("01"), DAY);

    budget.back(reminder("01"), DAY);

    assertThat(spent("city")).isZero();
    assertThat(budget.at(reminder("01"), DAY)).isEqualTo(Gate.Open.OPEN);
  }

  @Test
  void withoutABudgetNothingIsCounted() {
    assertThat(budget("").at(reminder("01"), DAY)).isEqualTo(Gate.Open.OPEN);
    assertThat(allowances.get(key("city")).isEmpty()).isTrue();
  }

  @Test
  void aMessageDearerThanAWholeDayWaitsAlsoWhereNothingWasSpent() {
    assertThat(budget("0.05").at(reminder("01"), DAY)).isInstanceOf(Gate.Wait.class);
    assertThat(budget("0").at(reminder("01"), DAY)).isInstanceOf(Gate.Wait.class);
    assertThat(budget("0").at(sms("01", "payment-confirmed"), DAY)).isEqualTo(Gate.Open.OPEN);
  }

  @Test
  void manyAtOnceSpendNoMoreThanThereIs() {
    Budget budget = budget("1.00");
    AtomicInteger gone = new AtomicInteger();

    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 60)
          .forEach(
              n ->
                  executor.execute(
                      () -> {
                        if (budget.at(reminder("01"), DAY) == Gate.Open.OPEN) {
                          gone.incrementAndGet();
                        }
                      }));
    }

    assertThat(gone).hasValue(10);
    assertThat(spent("city")).isEqualTo(1_000_000);
  }

  enum Step {
    REMINDER,
    PAYMENT,
    REFUSED_REMINDER
  }

  @Property(tries = 30)
  void itIsNeverExceededByMoreThanWhatIsEssential(@ForAll @Size(max = 40) List<Step> steps) {
    Table table = DynamoForTests.table("Allowances");
    Budget budget = budget("1.00", table);
    long others = 0;
    long essential = 0;
    for (Step step : steps) {
      boolean open =
          budget.at(step == Step.PAYMENT ? sms("01", "payment-confirmed") : reminder("01"), DAY)
              == Gate.Open.OPEN;
      if (step == Step.PAYMENT) {
        assertThat(open).isTrue();
        essential++;
      } else if (open && step == Step.REFUSED_REMINDER) {
        budget.back(reminder("01"), DAY);
      } else if (open) {
        others++;
        assertThat(others + essential).isLessThanOrEqualTo(10);
      }
    }
    assertThat(table.get(key("city")).numberOr("spent", 0))
        .isEqualTo((others + essential) * 100_000);
  }

  private Budget budget(String perDay) {
    return budget(perDay, allowances);
  }

  private Budget budget(String perDay, Table table) {
    Manners manners = Manners.load(null);
    Settings settings = Settings.of(Map.of("HOSO_BUDGET_PER_DAY", perDay));
    return new Budget(
        table,
        manners,
        Prices.load(null),
        Budgets.load(settings, city),
        new Night(LocalTime.of(22, 0), LocalTime.of(7, 0)));
  }

  private long spent(String owner) {
    Item item = allowances.get(key(owner));
    return item.number("spent");
  }

  private static Map<String, String> key(String owner) {
    return Map.of("id", "budget 2026-11-23 " + owner);
  }

  private static Message reminder(String unit) {
    return sms(unit, "fee-reminder");
  }

  private static Message sms(String unit, String template) {
    return Letters.of("H26.15-261123-0042", unit, template, "sms", 1);
  }
}
