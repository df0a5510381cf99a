package dev.hoso.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.LiveLog;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Front;
import dev.hoso.local.http.Request;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/**
 * The stand-ins of SNS and SES, each at an address of its own since the Query protocol knows no
 * paths, and what a test may ask of them and of KMS's at {@code /local/providers}.
 */
public final class Providers implements AutoCloseable {
  private final Front snsFront;
  private final Front sesFront;
  private final Behaviour sns = new Behaviour(new QueryError(429, "Throttled", "Rate exceeded"));
  private final Behaviour ses =
      new Behaviour(new QueryError(400, "Throttling", "Maximum sending rate exceeded."));
  private final Behaviour kms;

  /** Starts the stand-ins; {@code front} gets the page for tests. */
  public Providers(
      Front front,
      Inbox inbox,
      KeyService keys,
      Reports reports,
      InstantSource clock,
      LiveLog log) {
    this.kms = keys.behaviour();
    StandIn snsPage =
        new StandIn(
            "http://sns.amazonaws.com/doc/2010-03-31/",
            new SnsReader(sns, clock),
            sns,
            inbox,
            new SnsReporter(sns, reports, clock),
            log);
    StandIn sesPage =
        new StandIn(
            "http://ses.amazonaws.com/doc/2010-12-01/",
            new SesReader(clock),
            ses,
            inbox,
            new EmailReporter(ses, reports, clock),
            log);
    this.snsFront = start(snsPage, log);
    this.sesFront = start(sesPage, log);
    front.page("GET /local/providers", request -> Answer.json(200, json()));
    front.page("POST /local/providers", this::set);
  }

  private static Front start(StandIn standIn, LiveLog log) {
    Front front = new Front(0, log);
    front.otherwise(standIn);
    front.start();
    return front;
  }

  public URI snsAddress() {
    return snsFront.address();
  }

  public URI sesAddress() {
    return sesFront.address();
  }

  /** Finishes the calls under way. */
  @Override
  public void close() {
    snsFront.close();
    sesFront.close();
  }

  private Answer set(Request request) {
    JsonNode wanted;
    try {
      wanted = Json.read(request.body());
    } catch (UncheckedIOException e) {
      return Answer.problem("body", "JSON is expected, such as {\"sns\":{\"throttleNext\":5}}");
    }
    for (String provider : (Iterable<String>) wanted::fieldNames) {
      if (!List.of("sns", "ses", "kms").contains(provider)) {
        return Answer.problem(provider, "only sns, ses and kms are known");
      }
    }
    sns.set(wanted.path("sns"));
    ses.set(wanted.path("ses"));
    kms.set(wanted.path("kms"));
    return Answer.json(200, json());
  }

  private ObjectNode json() {
    ObjectNode json = Json.object();
    json.set("sns", sns.json());
    json.set("ses", ses.json());
    json.set("kms", kms.json());
    return json;
  }
}
