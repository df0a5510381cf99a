package dev.hoso.notifications.events;

import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.AsyncApi;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.CityForTests;
import dev.hoso.notifications.DossierForTests;
import dev.hoso.notifications.ProvidersForTests.Answer;
import dev.hoso.notifications.TimeLeft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublisherTest {
  private static final String OTHER = "H26.15-261123-0043";

  private final CityForTests city = new CityForTests();

  @AfterEach
  void close() {
    city.close();
  }

  private static Change becomes(int status, long version) {
    DossierForTests before = dossier().status(status, version - 1);
    return new Change(before.item(), dossier().status(status + 1, version).item());
  }

  private void owedAreTried() {
    city.clock.advance(Duration.ofMinutes(1));
    CityForTests.call(
        new OwedEventsHandler(city.publisher()), new byte[0], CityForTests.time(25_000));
  }

  private List<String> sequences(String dossier) {
    return city.providers.events.stream()
        .map(form -> AsyncApi.tree(form.get("Message")))
        .filter(event -> event.path("subject").asText().equals(dossier))
        .map(event -> event.path("sequence").asText())
        .toList();
  }

  @Test
  void anEventHasAttributesToFilterBy() {
    city.changed(CityForTests.registered(dossier()));

    Map<String, String> form = city.providers.events.getFirst();
    assertThat(form.get("TopicArn")).endsWith(":DossierEvents");
    assertThat(form.values())
        .contains("type", "vn.hoso.dossier.registered", "unit", "procedure", "1.001193", "status");
  }

  @Test
  void aDeadTopicHoldsBackNoMessageAndLosesNothingOfTheOrder() {
    city.providers.topic = form -> Answer.DOWN;
    assertThat(city.changed(CityForTests.registered(dossier()), becomes(2, 2)))
        .contains("\"batchItemFailures\":[]");
    assertThat(city.providers.sms).hasSize(1);

    city.providers.topic = form -> Answer.TAKEN;
    city.changed(becomes(3, 3), CityForTests.registered(dossier(OTHER)));
    assertThat(sequences(OTHER)).hasSize(2);
    assertThat(sequences("H26.15-261123-0042")).isEmpty();

    owedAreTried();
    assertThat(sequences("H26.15-261123-0042"))
        .containsExactly("0000000001-00", "0000000001-01", "0000000002-00", "0000000003-00");
    city.changed(becomes(4, 4));
    assertThat(sequences("H26.15-261123-0042")).endsWith("0000000004-00");
    assertThat(city.publisher().backlog()).isZero();
  }

  @Test
  void aTopicThatIsStillDeadIsTriedAgainEveryMinute() {
    city.providers.topic = form -> Answer.DOWN;
    city.changed(CityForTests.registered(dossier()));
    owedAreTried();
    assertThat(city.publisher().backlog()).isEqualTo(2);

    city.providers.topic = form -> Answer.TAKEN;
    owedAreTried();
    assertThat(city.publisher().backlog()).isZero();
    assertThat(city.providers.events).hasSize(2);
  }

  @Test
  void whenTimeIsNearlyOverEventsAreKeptForTheNextMinute() {
    TimeLeft nearlyNone = new TimeLeft(CityForTests.time(1_000));
    city.publisher().publish(CityForTests.registered(dossier()), nearlyNone);
    assertThat(city.providers.events).isEmpty();

    owedAreTried();
    assertThat(city.providers.events).hasSize(2);
  }

  @Test
  void aChangeThatComesAgainIsTheSameEvent() {
    city.changed(becomes(2, 2));
    city.changed(becomes(2, 2));

    assertThat(city.providers.events).hasSize(2);
    assertThat(city.providers.events.getFirst().get("Message"))
        .isEqualTo(city.providers.events.getLast().get("Message"));
  }
}
