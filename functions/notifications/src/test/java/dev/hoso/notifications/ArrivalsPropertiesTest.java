package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** In which order, and how often, providers report does not matter. */
class ArrivalsPropertiesTest {
  private static final Table TABLE = DynamoForTests.table("Messages");
  private static final Instant NOW = Instant.parse("2026-11-23T07:30:05Z");
  private static final Reason GONE = new Reason("There is no such mailbox", "Không có", true);
  private final Arrivals arrivals = new Arrivals(TABLE);

  /** What a provider can say about one message. */
  enum Said {
    DELIVERED,
    FAILED,
    COMPLAINED
  }

  @Property(tries = 60)
  void theEndIsTheSame(@ForAll("reports") List<Said> once, @ForAll("reports") List<Said> more) {
    List<Said> shuffled = new ArrayList<>(once);
    more.stream().filter(once::contains).forEach(shuffled::add);
    Collections.reverse(shuffled);

    Map<String, AttributeValue> end = end("a", once);

    assertThat(end("b", shuffled)).isEqualTo(end);
    String status =
        once.contains(Said.FAILED)
            ? "failed"
            : once.contains(Said.DELIVERED) ? "delivered" : "sent";
    assertThat(end.get("status").s()).isEqualTo(status);
    assertThat(end.containsKey("complaint")).isEqualTo(once.contains(Said.COMPLAINED));
    assertThat(end.containsKey("deliveredAt")).isEqualTo(status.equals("delivered"));
    // Whose next waits for its turn is due until the end, and whoever arrived is not.
    assertThat(end.containsKey("due")).isEqualTo(!status.equals("delivered"));
  }

  /** The item after these reports, without what counts them. */
  private Map<String, AttributeValue> end(String name, List<Said> reports) {
    Map<String, String> key = Map.of("dossier", name, "message", "received#email");
    TABLE.dynamo().deleteItem(it -> it.tableName(TABLE.name()).key(Item.of(key).attributes()));
    TABLE.write(
        Update.of(key)
            .set("kind", "progress")
            .set("status", "sent")
            .set("next", "received#sms")
            .set("owed", "message")
            .set("due", "2026-11-23T07:30:05Z")
            .set("sentAt", NOW));
    for (Said said : reports) {
      Item message = TABLE.get(key);
      switch (said) {
        case DELIVERED -> arrivals.delivered(message, NOW, "250 ok", NOW);
        case FAILED -> arrivals.failed(message, GONE, "550", NOW);
        case COMPLAINED -> arrivals.complained(message, "abuse", NOW);
      }
    }
    Map<String, AttributeValue> end = new HashMap<>(TABLE.get(key).attributes());
    end.keySet().removeAll(List.of("dossier", "version", "at"));
    return end;
  }

  @Provide
  Arbitrary<List<Said>> reports() {
    return Arbitraries.of(Said.class).list().ofMaxSize(5);
  }
}
