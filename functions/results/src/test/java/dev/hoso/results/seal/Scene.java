package dev.hoso.results.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.results.Documents;
import dev.hoso.results.Dossiers;
import dev.hoso.results.Given;
import dev.hoso.results.MovableClock;
import dev.hoso.results.Result;
import dev.hoso.results.ResultRequest;
import dev.hoso.results.ResultRules;
import dev.hoso.results.Results;
import dev.hoso.results.Sealer;
import dev.hoso.results.Sent;
import dev.hoso.results.Source;
import dev.hoso.results.bucket.StorageForTests;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Both handlers over real tables and a real bucket, called with events as Lambda has them. */
final class Scene {
  private static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);

  final Table dossiers = DynamoForTests.table("Dossiers");
  final Results results = new Results(DynamoForTests.table("Results"));
  final StorageForTests storage;
  final MovableClock clock = new MovableClock();
  final ScriptedSealer sealer = new ScriptedSealer();
  private final SealHandler sealHandler;
  private final DueHandler dueHandler;

  Scene() {
    this(StorageForTests.keepingVersions(), Duration.ZERO);
  }

  Scene(StorageForTests storage, Duration retention) {
    this.storage = storage;
    Workshop workshop = workshop(() -> sealer, retention);
    this.sealHandler = new SealHandler(workshop);
    this.dueHandler = new DueHandler(workshop, new Dossiers(dossiers));
  }

  private Workshop workshop(java.util.function.Supplier<Sealer> with, Duration retention) {
    return new Workshop(
        results,
        new Documents(storage.bucket()),
        with,
        Catalogue.load(null),
        new ResultRules(retention),
        clock);
  }

  /** A result of a PDF that lies in the bucket. */
  Result sent(int ordinal, Source source, byte[] pdf) {
    return sent(Given.request(ordinal, source, null), pdf);
  }

  /** A result that is to replace another. */
  Result replacing(int ordinal, int replaced) {
    return sent(Given.request(ordinal, Source.UNSIGNED, Given.number(replaced)), Given.PDF);
  }

  private Result sent(ResultRequest request, byte[] pdf) {
    String upload = Documents.inlineKey(request.result());
    storage.put(upload, pdf);
    Result result = Result.received(request, Sent.upload(upload));
    results.create(result);
    return result;
  }

  /** A dossier that decided on its results. */
  void decided(DossierStatus status, Map<String, Map<String, ?>> decisions) {
    dossiers.write(
        Update.of(Map.of("code", Given.CODE.value()))
            .set("procedure", "2.000635")
            .set("unit", "01")
            .set("status", status.code())
            .set("results", decisions));
  }

  Result result(int ordinal) {
    return results.find(Given.number(ordinal)).orElseThrow();
  }

  Item item(int ordinal) {
    return item(Given.number(ordinal).value());
  }

  Item item(String number) {
    return results.table().get(Map.of("dossier", Given.CODE.value(), "number", number));
  }

  /** The stream tells of these items being new; what the handler answers. */
  String stream(Item... items) {
    List<Object> records = new ArrayList<>();
    for (Item item : items) {
      records.add(record("INSERT", Item.EMPTY, item, records.size() + 1));
    }
    return deliver(records);
  }

  /** The stream tells of a change of an item. */
  String changed(Item before, Item after) {
    return deliver(List.of(record("MODIFY", before, after, 1)));
  }

  private String deliver(List<Object> records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] event = JSON.toJson(Map.of("Records", records)).getBytes(UTF_8);
    try {
      sealHandler.handleRequest(new ByteArrayInputStream(event), out, new MockLambdaContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(UTF_8);
  }

  /** A minute's run of the timer. */
  void due() {
    due(120_000);
  }

  void due(int remainingMillis) {
    Context context =
        new MockLambdaContext() {
          @Override
          public int getRemainingTimeInMillis() {
            return remainingMillis;
          }
        };
    dueHandler.handleRequest(
        InputStream.nullInputStream(), OutputStream.nullOutputStream(), context);
  }

  void dueAfter(Duration time) {
    clock.advance(time);
    due();
  }

  private static Map<String, Object> record(String event, Item before, Item after, int sequence) {
    Map<String, Object> images = new LinkedHashMap<>();
    images.put("SequenceNumber", Integer.toString(sequence));
    images.put(
        "Keys",
        Map.of(
            "dossier", Map.of("S", after.text("dossier")),
            "number", Map.of("S", after.text("number"))));
    if (!before.isEmpty()) {
      images.put("OldImage", image(before.attributes()));
    }
    images.put("NewImage", image(after.attributes()));
    return Map.of("eventName", event, "eventSource", "aws:dynamodb", "dynamodb", images);
  }

  private static Map<String, Object> image(Map<String, AttributeValue> attributes) {
    Map<String, Object> image = new LinkedHashMap<>();
    attributes.forEach((name, value) -> image.put(name, value(value)));
    return image;
  }

  private static Object value(AttributeValue value) {
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      case M -> Map.of("M", image(value.m()));
      case L -> Map.of("L", value.l().stream().map(Scene::value).toList());
      default -> throw new IllegalArgumentException(value.type().toString());
    };
  }
}
