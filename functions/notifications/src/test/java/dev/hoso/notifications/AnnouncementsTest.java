package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.notifications.announcements.OfficeForTests;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One text to many, from the request to their telephones. */
class AnnouncementsTest {
  private final CityForTests city = new CityForTests();
  private final OfficeForTests office = new OfficeForTests(city.table, city.clock);

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void whoeverIsInTheListIsToldOnceInTheirLanguage() {
    OfficeForTests.Answer answer = office.announce(OfficeForTests.CLOSED);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("status")).isEqualTo("waiting");
    int put =
        OfficeForTests.upload(
            answer,
            """
            Số điện thoại,Email,Language,Note
            0912345601,,vi,first
            0912 345 602,b@example.vn,en,
            ,c@example.vn,,
            """);
    assertThat(put).isEqualTo(200);
    String id = answer.text("id");

    minutes(4);

    assertThat(city.providers.numbers()).containsExactlyInAnyOrder("+84912345601", "+84912345602");
    assertThat(city.texts())
        .containsExactlyInAnyOrder(
            "Bo phan mot cua nghi ngay 01/12/2026.",
            "The one-stop service is closed on 1 Dec 2026.");
    assertThat(city.providers.emails).hasSize(1);
    OfficeForTests.Answer shown = office.show(id);
    assertThat(shown.text("status")).isEqualTo("done");
    assertThat(shown.count("lines")).isEqualTo(3);
    assertThat(shown.count("sent")).isEqualTo(3);
    assertThat(shown.count("waiting")).isZero();
    assertThat(shown.body()).doesNotContainKey("upload");
  }

  private void minutes(int minutes) {
    for (int n = 0; n < minutes; n++) {
      office.minute(CityForTests.time(25_000));
      city.minute();
      city.clock.advance(Duration.ofMinutes(1));
    }
  }
}
