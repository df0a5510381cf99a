package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The types that there are, and their description. */
class EventTypeTest {
  private static final String TEST = "vn.hoso.subscription.test";
  private static final AsyncApi API = AsyncApi.read();

  @Test
  void aTypeIsFoundByItsCode() {
    assertThat(EventType.of("vn.hoso.dossier.fee-paid")).contains(EventType.FEE_PAID);
    assertThat(EventType.of("fee-paid")).isEmpty();
  }

  @Test
  void theDescriptionIsAsyncApi() {
    assertThat(API.faults()).isEmpty();
  }

  @Test
  void everyTypeIsDescribedAndNoOther() {
    List<String> types = new ArrayList<>(EventType.codes());
    assertThat(named("dossierEvents")).containsExactlyElementsOf(types);
    types.add(TEST);
    assertThat(named("webhooks")).containsExactlyElementsOf(types);
    assertThat(API.messages()).containsOnlyKeys(types.toArray(String[]::new));
  }

  /** The names of a channel's messages; each reference must lead somewhere. */
  private static List<String> named(String channel) {
    List<String> names = new ArrayList<>();
    for (JsonNode message : API.document().at("/channels/" + channel + "/messages")) {
      String reference = message.path("$ref").asText().substring(1);
      names.add(API.document().at(reference).path("name").asText());
    }
    return names;
  }
}
