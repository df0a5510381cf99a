package dev.hoso.notifications.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator hears of a budget of 200, in the lines that are alarms and logs. */
class PurseTest {
  private static final Instant DAY = Instant.parse("2026-11-23T07:30:05Z");
  private static final Pattern TOLD = Pattern.compile("\"BudgetUsed\":(\\d+)\\.0");
  private final PrintStream out = System.out;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Purse purse = new Purse(DynamoForTests.table("Allowances"), "city", 200);

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    System.setOut(out);
  }

  @Test
  void atFourFifthsItIsSaidOnceAndFromThenOnMeasuredEveryTime() {
    assertThat(purse.spend(159, false, DAY)).isTrue();
    assertThat(text()).isEmpty();

    assertThat(purse.spend(1, false, DAY)).isTrue();
    assertThat(told()).containsExactly("80");
    assertThat(text()).containsOnlyOnce("budgetNearlyUsed");

    assertThat(purse.spend(10, false, DAY)).isTrue();
    assertThat(told()).containsExactly("80", "85");
    assertThat(text()).containsOnlyOnce("budgetNearlyUsed");
  }

  @Test
  void whatIsRefusedAndWhatGoesAllTheSameAreBothMeasured() {
    purse.spend(170, false, DAY);

    assertThat(purse.spend(31, false, DAY)).isFalse();
    assertThat(purse.spend(30, false, DAY)).isTrue();
    assertThat(purse.spend(20, true, DAY)).isTrue();
    assertThat(purse.spend(1, false, DAY)).isFalse();

    assertThat(told()).containsExactly("85", "100", "100", "110", "100");
    assertThat(text().split("budgetNearlyUsed", -1)).hasSize(1 + 2);
  }

  @Test
  void ofNoBudgetAtAllEverythingIsTooMuch() {
    Purse empty = new Purse(DynamoForTests.table("Allowances"), "unit 01", 0);

    assertThat(empty.spend(1, false, DAY)).isFalse();
    assertThat(empty.spend(1, true, DAY)).isTrue();

    assertThat(told()).containsExactly("100", "100");
  }

  private String text() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private List<String> told() {
    return TOLD.matcher(text()).results().map((MatchResult it) -> it.group(1)).toList();
  }
}
