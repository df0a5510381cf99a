package dev.hoso.events;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.EmailAddress;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Table;
import io.avaje.jsonb.Jsonb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/** The handlers on tables of their own, with an endpoint to call and a clock to move. */
final class Office implements AutoCloseable {
  static final Instant BEGIN = Instant.parse("2026-11-24T02:00:00Z");
  static final String PAID = "vn.hoso.dossier.fee-paid";
  static final String RECEIVED = "vn.hoso.dossier.received";

  static {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  final WireMockServer web = new WireMockServer(options().dynamicPort());
  final Table subscribersTable = DynamoForTests.table("Subscribers");
  final Map<String, String> settings;
  final Desk desk;
  volatile Instant now = BEGIN;

  Office() {
    this(Duration.ofSeconds(15));
  }

  /** With endpoints that are given so much time. */
  Office(Duration patience) {
    web.start();
    answer(aResponse().withStatus(204));
    web.stubFor(
        any(urlEqualTo("/"))
            .willReturn(
                aResponse()
                    .withHeader("content-type", "text/xml")
                    .withBody(
                        "<SendRawEmailResponse><SendRawEmailResult><MessageId>1</MessageId>"
                            + "</SendRawEmailResult></SendRawEmailResponse>")));
    settings =
        Map.of(
            "AWS_REGION", "ap-southeast-1",
            "AWS_ENDPOINT_URL_SES", web.baseUrl(),
            "HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn",
            "HOSO_EMAIL_SENDER", "hoso@example.gov.vn",
            "HOSO_EVENT_RETENTION_DAYS", "7",
            "HOSO_LOCAL_SUBSCRIBERS", "allowed",
            "HOSO_SUBSCRIBERS_TABLE", subscribersTable.name(),
            "HOSO_DELIVERIES_TABLE", DynamoForTests.table("Deliveries").name(),
            "HOSO_EVENTS_TABLE", DynamoForTests.table("Events").name());
    desk = Desk.of(Settings.of(settings), subscribersTable.dynamo(), () -> now, caller(patience));
  }

  private static Caller caller(Duration patience) {
    return new Caller((SSLSocketFactory) SSLSocketFactory.getDefault(), patience, true);
  }

  /** From now on the endpoint answers so. */
  void answer(ResponseDefinitionBuilder answer) {
    web.stubFor(post(urlEqualTo("/hook")).willReturn(answer));
  }

  /** Subscribes the endpoint to everything. */
  Subscriber subscribe() {
    return subscribe("sub_1", List.of(), List.of());
  }

  Subscriber subscribe(String id, List<String> types, List<String> units) {
    Subscriber.Wish wish =
        new Subscriber.Wish(
            web.baseUrl() + "/hook", types, units, new EmailAddress("ops@example.vn"), "QC 1");
    return desk.subscribers().add(id, wish, Secret.random(), now);
  }

  Subscriber subscriber() {
    return desk.subscribers().find("sub_1").orElseThrow();
  }

  /** An event of a dossier's version, as it comes from the topic. */
  String event(String dossier, int version, String type) {
    return """
        {"specversion":"1.0","id":"evt_%1$s-%2$d","source":"https://hoso.example.gov.vn","type":"%3$s",\
        "subject":"%1$s","time":"%4$s","sequence":"%2$010d-00","data":{"procedure":"2.000635","unit":"00004","status":2}}"""
        .formatted(dossier, version, type, now);
  }

  /** The topic brings an event of a dossier. */
  void happens(String dossier, int version, String type) {
    publish(event(dossier, version, type));
  }

  /** The topic brings this. */
  void publish(String event) {
    Object notice = Map.of("Records", List.of(Map.of("Sns", Map.of("Message", event))));
    call(new TakeHandler(desk), Jsonb.builder().build().type(Object.class).toJson(notice));
  }

  /** The scheduler's minute. */
  void minute() {
    call(new DueHandler(desk, Owners.of(Settings.of(settings))), "{}");
  }

  /** Time passes, and the scheduler's minute with it. */
  void minuteAfter(Duration time) {
    now = now.plus(time);
    minute();
  }

  /** What the endpoint was called with, in the order in which it came. */
  List<LoggedRequest> calls() {
    return web.findAll(postRequestedFor(urlEqualTo("/hook")));
  }

  /** The ids of these calls. */
  List<String> ids() {
    return calls().stream().map(call -> call.getHeader("webhook-id")).toList();
  }

  /** What owners were told. */
  List<String> letters() {
    return web.findAll(postRequestedFor(urlEqualTo("/"))).stream()
        .map(LoggedRequest::getBodyAsString)
        .toList();
  }

  private static void call(RequestStreamHandler handler, String event) {
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
          new ByteArrayOutputStream(),
          context());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of Lambda's context only the time that is left. */
  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Office.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getRemainingTimeInMillis")) {
                return 55_000;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  @Override
  public void close() {
    web.stop();
  }
}
