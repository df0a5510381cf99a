package dev.hoso.local;

import dev.hoso.local.database.Database;
import dev.hoso.local.functions.Functions;
import dev.hoso.local.http.Front;
import dev.hoso.local.keys.KeyOperations;
import dev.hoso.local.keys.LocalKeys;
import dev.hoso.local.keys.SealCertificate;
import dev.hoso.local.pages.InboxPage;
import dev.hoso.local.providers.Inbox;
import dev.hoso.local.providers.KeyService;
import dev.hoso.local.providers.ParameterService;
import dev.hoso.local.providers.Providers;
import dev.hoso.local.providers.Reports;
import dev.hoso.local.storage.Buckets;
import dev.hoso.local.storage.StorageServer;
import dev.hoso.local.template.LocalNames;
import dev.hoso.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in for AWS's services besides DynamoDB. An endpoint in the options replaces all but
 * KMS's: a key of the template has no name at an emulator.
 */
final class StandIns implements AutoCloseable {
  /** The key of the template that seals, and the bucket that the functions find its papers in. */
  private static final String SEAL_KEY = "SealKey";

  private final Map<String, URI> endpoints = new HashMap<>();
  private final Deque<Runnable> stops = new ArrayDeque<>();
  private final Reports reports;
  private Optional<Inbox> inbox = Optional.empty();
  private Optional<StorageServer> storage = Optional.empty();

  private StandIns(Reports reports) {
    this.reports = reports;
  }

  /** Starts them; {@code front} gets their pages. */
  static StandIns start(
      Options options,
      Template template,
      Database database,
      Front front,
      InstantSource clock,
      LiveLog log) {
    StandIns standIns = new StandIns(new Reports(template, log));
    LocalKeys keys = new LocalKeys(template.keys(), options.data());
    KeyService kms = new KeyService(new KeyOperations(keys), log);
    standIns.stops.push(kms::close);
    standIns.endpoints.put("KMS", kms.address());
    URI s3 =
        options
            .endpoint()
            .map(standIns::replaceBy)
            .orElseGet(
                () ->
                    standIns.provide(
                        options, kms, new Inbox(database.tables()), front, clock, log));
    fillBuckets(s3, template, keys, options.trust(), clock);
    return standIns;
  }

  private URI replaceBy(URI endpoint) {
    endpoints.putAll(Map.of("SNS", endpoint, "SES", endpoint, "S3", endpoint, "SSM", endpoint));
    return endpoint;
  }

  /** Gives where S3's stand-in is. */
  private URI provide(
      Options options,
      KeyService kms,
      Inbox messages,
      Front front,
      InstantSource clock,
      LiveLog log) {
    inbox = Optional.of(messages);
    front.page("GET /local/inbox", new InboxPage(messages)::answer);
    Providers providers = new Providers(front, messages, kms, reports, clock, log);
    stops.push(providers::close);
    endpoints.put("SNS", providers.snsAddress());
    endpoints.put("SES", providers.sesAddress());
    ParameterService parameters = new ParameterService(log);
    stops.push(parameters::close);
    endpoints.put("SSM", parameters.address());
    StorageServer server = StorageServer.start(options.data());
    storage = Optional.of(server);
    stops.push(server::close);
    endpoints.put("S3", server.address());
    return server.address();
  }

  /** The buckets, and the certificates that an operator puts there on AWS. */
  private static void fillBuckets(
      URI s3, Template template, LocalKeys keys, Optional<Path> trust, InstantSource clock) {
    try (Buckets buckets = new Buckets(s3, LocalNames.REGION)) {
      template.buckets().forEach(buckets::make);
      template.buckets().stream()
          .map(bucket -> bucket.name())
          .filter(bucket -> template.keys().stream().anyMatch(key -> key.name().equals(SEAL_KEY)))
          .filter(bucket -> !buckets.has(bucket, "settings/seal.pem"))
          .forEach(
              bucket -> {
                SealCertificate seal = SealCertificate.of(keys, SEAL_KEY, clock.instant());
                String others = trust.map(StandIns::text).orElse("");
                buckets.put(bucket, "settings/trust.pem", seal.anchor() + others);
                buckets.put(bucket, "settings/seal.pem", seal.chain());
              });
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("HOSO_TRUST cannot be read: " + e.getMessage(), e);
    }
  }

  /** From now on what becomes of messages is reported to these. */
  void reportTo(Functions functions) {
    reports.to(functions);
  }

  /** Where the services are, by their names in the SDK's settings: {@code SNS}, {@code S3}. */
  Map<String, URI> endpoints() {
    return Map.copyOf(endpoints);
  }

  /** What left for citizens; empty where the stand-ins are replaced. */
  Optional<Inbox> inbox() {
    return inbox;
  }

  /** The stand-in for S3; empty where it is replaced. */
  Optional<StorageServer> storage() {
    return storage;
  }

  @Override
  public void close() {
    reports.close();
    while (!stops.isEmpty()) {
      stops.pop().run();
    }
  }
}
