package dev.hoso.notifications.events;

import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.core.AsyncApi;
import dev.hoso.core.EventType;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.DossierForTests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DossierEventsTest {
  private static final AsyncApi API = AsyncApi.read();
  private static final Instant LATER = Instant.parse("2026-11-25T02:00:00Z");

  private static List<DossierEvent> events(DossierForTests before, DossierForTests after) {
    Item old = before == null ? Item.EMPTY : before.item();
    return DossierEvents.of("https://hoso.example.gov.vn", new Change(old, after.item()));
  }

  private static List<String> types(DossierForTests before, DossierForTests after) {
    return events(before, after).stream()
        .map(event -> event.type().substring("vn.hoso.dossier.".length()))
        .toList();
  }

  private static DossierForTests filed() {
    return dossier().status(1, 1).with("receivedAt", null).with("dueAt", null);
  }

  private static DossierForTests standing(int status, long version) {
    return dossier().status(status, version);
  }

  @Test
  void aNewDossierIsRegisteredAndPerhapsReceived() {
    assertThat(types(null, filed())).containsExactly("registered");
    assertThat(types(null, dossier())).containsExactly("registered", "received");
    assertThat(types(filed(), standing(2, 2))).containsExactly("received", "status-changed");
  }

  @Test
  void whatIsRegisteredAnewIsToldByWhatBecameDifferent() {
    assertThat(types(dossier(), dossier().with("version", 2))).isEmpty();
    assertThat(types(dossier(), dossier().with("channel", "post"))).containsExactly("amended");
    assertThat(types(dossier(), dossier().with("unit", "00007"))).containsExactly("transferred");
    assertThat(types(dossier(), dossier().applicant("name", "Trần Văn An"))).isEmpty();
    assertThat(types(dossier(), dossier().with("dueAt", LATER)))
        .containsExactly("deadline-changed");
  }

  @Test
  void aFeeIsToldFromAskingToRefund() {
    DossierForTests asked = dossier().payment("TT1", "pending", 50_000, 0);
    DossierForTests paid = dossier().payment("TT1", "paid", 50_000, 0);
    DossierForTests part = dossier().payment("TT1", "paid", 50_000, 0).refunded("TT1", 20_000);
    DossierForTests whole = dossier().payment("TT1", "paid", 50_000, 0).refunded("TT1", 50_000);

    assertThat(types(dossier(), asked)).containsExactly("fee-asked");
    assertThat(types(asked, paid)).containsExactly("fee-paid");
    assertThat(types(paid, part)).containsExactly("fee-refunded");
    assertThat(events(part, whole).getFirst().data())
        .containsEntry("refunded", 30_000L)
        .containsEntry("refundedTotal", 50_000L);
    assertThat(types(dossier(), whole)).containsExactly("fee-asked", "fee-paid", "fee-refunded");
    for (String end : List.of("failed", "expired", "cancelled")) {
      assertThat(types(asked, dossier().payment("TT1", end, 50_000, 0)))
          .containsExactly("fee-" + end);
    }
  }

  @Test
  void onlyWhatWentOutIsAResultToOthers() {
    Map<String, Object> superseded = Map.of("supersededBy", "H26.15-261123-0042-KQ2");
    Map<String, Object> revoked = Map.of("revokedAt", LATER, "revocationReason", "Nguyễn Thị Hoa");
    DossierForTests issued = dossier().result(1, "issued");

    assertThat(types(dossier(), dossier().result(1, "sealed"))).isEmpty();
    assertThat(types(dossier().result(1, "sealed"), issued)).containsExactly("result-issued");
    assertThat(types(issued, dossier().result(1, "superseded", superseded).result(2, "issued")))
        .containsExactly("result-superseded", "result-issued");
    assertThat(types(issued, dossier().result(1, "revoked", revoked)))
        .containsExactly("result-revoked");
  }

  @Test
  void whatHappenedInOneChangeIsInOrderAndHasIdsOfItsOwn() {
    DossierForTests before = standing(6, 3).payment("TT1", "pending", 50_000, 0);
    DossierForTests after =
        standing(9, 4).payment("TT1", "paid", 50_000, 0).result(1, "issued").result(2, "issued");

    List<DossierEvent> events = events(before, after);

    assertThat(events)
        .extracting(DossierEvent::sequence)
        .containsExactly("0000000004-00", "0000000004-01", "0000000004-02", "0000000004-03");
    assertThat(events).extracting(DossierEvent::id).doesNotHaveDuplicates();
    assertThat(events(before, after)).isEqualTo(events);
  }

  @Test
  void whatTheItemSaysOfAPersonIsInNoEvent() {
    DossierForTests after =
        standing(5, 2)
            .with("statusReason", "Thiếu giấy khai sinh của Nguyễn Thị Hoa")
            .payment("TT1", "paid", 50_000, 0);
    String all = events(null, after) + "" + events(standing(2, 1), after);
    assertThat(all)
        .doesNotContain("Hoa", "hoa@", "912345678", "khai sinh", "k7PqX2mNvB9tRw4z", "14022345");
  }

  /** Every type, with everything that it may have. */
  private static List<DossierEvent> everything() {
    DossierForTests paid = standing(2, 3).payment("TT1", "paid", 50_000, 0);
    DossierForTests ended =
        standing(2, 3)
            .payment("TT2", "failed", 8_000, 1)
            .payment("TT3", "expired", 8_000, 2)
            .payment("TT4", "cancelled", 8_000, 3);
    DossierForTests results =
        standing(9, 5)
            .result(1, "revoked", Map.of("revokedAt", LATER))
            .result(2, "superseded", Map.of("supersededBy", "H26.15-261123-0042-KQ3"))
            .result(3, "issued", Map.of("replaces", "H26.15-261123-0042-KQ2"));
    DossierForTests transferred =
        standing(2, 3)
            .with("channel", "post")
            .with("unit", "00007")
            .with("responsible", Map.of("unit", "00007", "role", "Trưởng phòng"))
            .with("dueAt", LATER);
    List<DossierEvent> all = new ArrayList<>();
    all.addAll(events(null, dossier().with("imported", "imp_1")));
    all.addAll(events(standing(2, 2), standing(9, 3).with("statusThrough", 4)));
    all.addAll(events(standing(2, 2), transferred));
    all.addAll(events(null, paid.refunded("TT1", 20_000)));
    all.addAll(events(null, ended));
    all.addAll(events(null, results));
    all.addAll(events(dossier(), dossier().erased(LATER)));
    return all;
  }

  @Test
  void everyTypeIsAsItIsDescribed() {
    assertThat(everything())
        .allSatisfy(event -> assertThat(API.faults(event.notice().body())).isEmpty());
    assertThat(everything().stream().map(DossierEvent::type))
        .containsOnly(EventType.codes().toArray(String[]::new));
  }

  @Test
  void nothingIsDescribedThatIsNeverThere() {
    Map<String, Set<String>> sent = new TreeMap<>();
    everything()
        .forEach(
            event ->
                sent.computeIfAbsent(event.type(), it -> new HashSet<>())
                    .addAll(event.data().keySet()));
    sent.forEach((type, names) -> assertThat(described(type)).as(type).isEqualTo(names));
  }

  private static Set<String> described(String type) {
    JsonNode data = API.messages().get(type).at("/payload/allOf/1/properties/data/properties");
    Set<String> names = new HashSet<>();
    data.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
