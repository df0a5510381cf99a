package dev.hoso.indicators.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.core.lambda.Change;
import dev.hoso.indicators.Given;
import dev.hoso.indicators.late.Post;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A low rating from its dossier to the unit's mailbox. */
class LowRatingsTest {
  private static final String CODE = "H26.15-261109-0001";
  private static final String BA_DINH = "00004@units.example";

  static {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  private final Post post = new Post();
  private final Table indicators = DynamoForTests.table("Indicators");
  private final Table dossiers = DynamoForTests.table("Dossiers");
  private final LowRatings ratings = new LowRatings(indicators);
  private final Map<String, String> settings =
      new HashMap<>(
          Map.of(
              "HOSO_INDICATORS_TABLE", indicators.name(),
              "HOSO_DOSSIERS_TABLE", dossiers.name(),
              "HOSO_EMAIL_SENDER", "hoso@example.gov.vn",
              "HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn",
              "HOSO_UNIT_EMAIL_DOMAIN", "units.example",
              "AWS_REGION", "ap-southeast-1",
              "AWS_ENDPOINT_URL_SES", post.address()));

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void theUnitHearsOfItOnceWithWhatWasSaid() {
    Given done = Given.dossier(CODE).decided(9, "2026-11-12T10:00:00");
    Item before = done.item();
    Given rated =
        done.next()
            .rated(1, "2026-11-13T21:30:00")
            .with("ratingAbout", "staff")
            .with("ratingText", "Thái độ không tốt");
    happened(before, rated.item());
    happened(before, rated.item());

    minute("2026-11-13T21:31:00");
    minute("2026-11-13T21:32:00");

    assertThat(post.mails).hasSize(1);
    assertThat(post.to(BA_DINH).getFirst())
        .startsWith("Hồ sơ " + CODE + ": người dân đánh giá 1/5")
        .contains("Lúc 21:30 13/11/2026", "rất không hài lòng", "Phường Ba Đình", "(2.000635)")
        .contains("Điều đáng nói nhất: thái độ của cán bộ", "chưa kiểm duyệt", "Thái độ không tốt");
  }

  @Test
  void whatIsNotLowOrNotNewIsNotTold() {
    Item rated = Given.dossier(CODE).rated(2, "2026-11-13T10:00:00").item();
    happened(Item.EMPTY, Given.dossier(CODE).rated(3, "2026-11-13T10:00:00").item());
    happened(rated, rated);

    minute("2026-11-13T10:05:00");

    assertThat(post.mails).isEmpty();
  }

  @Test
  void oneThatWasRaisedOrErasedMeanwhileIsNotTold() {
    Given dossier = Given.dossier(CODE).rated(2, "2026-11-13T10:00:00");
    happened(Item.EMPTY, dossier.item());
    kept(dossier.rated(4, "2026-11-13T10:01:00").item());

    minute("2026-11-13T10:05:00");

    assertThat(post.mails).isEmpty();
    assertThat(ratings.due(Given.at("2026-11-14T00:00:00"), 10)).isEmpty();
  }

  @Test
  void aChangedOneThatIsStillLowIsToldAsItIsNow() {
    Given dossier = Given.dossier(CODE).rated(2, "2026-11-13T10:00:00");
    Item first = dossier.item();
    happened(Item.EMPTY, first);
    happened(first, dossier.rated(1, "2026-11-13T10:01:00").item());

    minute("2026-11-13T10:05:00");

    assertThat(post.to(BA_DINH)).hasSize(1);
    assertThat(post.to(BA_DINH).getFirst()).contains("đánh giá 1/5");
  }

  @Test
  void aMailboxThatIsRefusedWaitsAndHoldsBackNoOther() {
    happened(Item.EMPTY, Given.dossier(CODE).rated(1, "2026-11-13T10:00:00").item());
    happened(
        Item.EMPTY,
        Given.dossier("H26.15-261109-0002")
            .with("unit", "HN-STP")
            .rated(1, "2026-11-13T10:00:00")
            .item());
    post.refused = BA_DINH;
    minute("2026-11-13T10:01:00");
    assertThat(post.to("hn-stp@units.example")).hasSize(1);
    post.refused = "";

    minute("2026-11-13T10:02:00");

    assertThat(post.to(BA_DINH)).hasSize(1);
    assertThat(post.mails).hasSize(2);
  }

  private void happened(Item before, Item after) {
    kept(after);
    ratings.owe(new Change(before, after));
  }

  private void kept(Item dossier) {
    Update update = Update.of(Map.of("code", dossier.text("code")));
    dossier
        .attributes()
        .forEach(
            (name, value) -> {
              if (!name.equals("code")) {
                update.set(name, value);
              }
            });
    dossiers.write(update);
  }

  private void minute(String local) {
    new LowRatingsHandler(
            Settings.of(settings), dossiers.dynamo(), InstantSource.fixed(Given.at(local)))
        .handleRequest(null, null, null);
  }
}
