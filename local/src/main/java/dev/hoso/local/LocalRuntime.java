package dev.hoso.local;

import dev.hoso.local.database.Database;
import dev.hoso.local.database.DatabaseServer;
import dev.hoso.local.database.TableMaker;
import dev.hoso.local.functions.FunctionError;
import dev.hoso.local.functions.FunctionTimeout;
import dev.hoso.local.functions.Functions;
import dev.hoso.local.gateway.ApiGateway;
import dev.hoso.local.gateway.Tokens;
import dev.hoso.local.gateways.Gateways;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Front;
import dev.hoso.local.pages.ClockPage;
import dev.hoso.local.pages.LogPage;
import dev.hoso.local.pages.TokenPage;
import dev.hoso.local.portal.NationalPortal;
import dev.hoso.local.providers.Inbox;
import dev.hoso.local.storage.ObjectEvents;
import dev.hoso.local.story.HomePage;
import dev.hoso.local.story.OneStop;
import dev.hoso.local.story.Story;
import dev.hoso.local.streams.Checkpoints;
import dev.hoso.local.streams.Failures;
import dev.hoso.local.streams.StreamPoller;
import dev.hoso.local.template.BucketSource;
import dev.hoso.local.template.LocalNames;
import dev.hoso.local.template.StreamSource;
import dev.hoso.local.template.Template;
import dev.hoso.local.template.TemplateReader;
import dev.hoso.local.time.MovableClock;
import dev.hoso.local.time.Schedules;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.regions.Region;

/**
 * The whole system in this JVM. Several may run at a time, each with its own port, state and clock.
 */
public final class LocalRuntime implements AutoCloseable {
  /** As in the examples of the README. */
  private static final String TEST_CONTACTS = "0912 345 678, hoa@example.com";

  private final Options options;
  private final LiveLog log;
  private final MovableClock clock = new MovableClock();

  /** What was started, to be stopped in the opposite order. */
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  private final Front front;
  private final Template template;
  private final URI databaseAddress;
  private final Database database;
  private final FunctionEnvironment environment;
  private final Functions functions;
  private final StandIns standIns;
  private final Gateways gateways;
  private final NationalPortal portal;
  private final OneStop oneStop;

  private LocalRuntime(Options options) {
    this.options = options;
    this.log = new LiveLog(options.out());
    FunctionEnvironment.prepareSdk();
    try {
      this.front = new Front(options.port(), log);
      started.push(front);
      this.template = TemplateReader.read(options.template(), parameters());
      this.databaseAddress = options.endpoint().orElseGet(this::startDatabase);
      this.database = keep(new Database(databaseAddress, Region.of(LocalNames.REGION)));
      makeTables();
      this.standIns = keep(StandIns.start(options, template, database, front, clock, log));
      this.environment = environment();
      this.functions = new Functions(template.functions(), clock, environment::of);
      standIns.reportTo(functions);
      this.gateways = new Gateways(environment::value, address(), clock, log);
      this.portal = new NationalPortal(environment::value, clock);
      this.oneStop = wire();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts everything. Functions are loaded in the background or by their first event.
   *
   * @throws StartupProblem if it cannot, saying why
   */
  public static LocalRuntime start(Options options) {
    return new LocalRuntime(options);
  }

  /** Where the API and the local pages are, without a slash at the end. */
  public URI address() {
    return front.address();
  }

  /** Where the tables are: DynamoDB Local, or what stands in its place. */
  public URI databaseAddress() {
    return databaseAddress;
  }

  /**
   * Hands a function an event as it is, as {@code sam local invoke} does.
   *
   * @return what the function answers
   * @throws FunctionError if it threw
   * @throws FunctionTimeout if it took longer than the template allows
   */
  public byte[] invoke(String function, byte[] event)
      throws FunctionError, FunctionTimeout, InterruptedException {
    return functions.get(function).invoke(event);
  }

  /** The opening story. */
  Story story(Consumer<String> out) {
    return new Story(oneStop, gateways, standIns.inbox(), clock, out);
  }

  /** The secret that VNPAY's stand-in signs with. */
  String vnpaySecret() {
    return environment.value(GatewayTestSettings.HASH_SECRET);
  }

  /** Our own stand-ins report what becomes of SMS; whatever replaces them does not. */
  private Map<String, String> parameters() {
    return Map.of(
        "CitizenAddress",
        address().toString(),
        "VnpayAddress",
        address() + Gateways.PATH + "/vnpay",
        "UnitEmailDomain",
        "units.example",
        "PortalAddress",
        address() + NationalPortal.PATH,
        "TestContacts",
        TEST_CONTACTS,
        "SmsReports",
        options.endpoint().isPresent() ? "off" : "on");
  }

  private URI startDatabase() {
    return keep(DatabaseServer.start(options.data())).address();
  }

  private FunctionEnvironment environment() {
    Map<String, URI> endpoints = new HashMap<>(standIns.endpoints());
    endpoints.put("DYNAMODB", databaseAddress);
    return new FunctionEnvironment(options.environment(), endpoints, address() + Gateways.PATH);
  }

  private void makeTables() {
    TableMaker maker = new TableMaker(database.tables());
    template.tables().forEach(maker::make);
    List.of(Checkpoints.TABLE, Failures.TABLE, Inbox.TABLE).forEach(maker::make);
  }

  private OneStop wire() {
    Optional<Tokens> tokens =
        options.auth() ? Optional.of(new Tokens(options.data())) : Optional.empty();
    TokenPage tokenPage = new TokenPage(tokens, template.routes());
    front.page("POST /local/token", tokenPage::answer);
    OneStop made = keep(new OneStop(address(), tokenPage::everything));
    new HomePage(made, clock).register(front);
    gateways.register(front);
    portal.register(front);
    front.page("GET /local/log", new LogPage(log)::answer);
    // Once more, to be stopped after streams and schedules and before what its requests need.
    keep(front);
    // Before the front, whose requests may be waiting for a gateway that keeps them waiting.
    keep(gateways);
    keep(portal);
    Schedules schedules = schedules();
    front.page("POST /local/clock", new ClockPage(clock, schedules, log)::answer);
    front.otherwise(new ApiGateway(template.routes(), functions, tokens, address(), clock, log));
    front.start();
    startSources();
    schedules.start();
    functions.warm(log);
    return made;
  }

  private Schedules schedules() {
    return keep(
        new Schedules(
            template.functions().stream().flatMap(one -> one.schedules().stream()).toList(),
            functions,
            clock,
            log));
  }

  private void startSources() {
    Failures failures = new Failures(database.tables(), log);
    front.page("GET /local/failures", request -> Answer.json(200, failures.list()));
    template.functions().stream()
        .flatMap(function -> function.streams().stream())
        .map(source -> poller(source, failures))
        .forEach(StreamPoller::start);
    List<BucketSource> buckets =
        template.functions().stream().flatMap(function -> function.buckets().stream()).toList();
    ObjectEvents events = keep(new ObjectEvents(buckets, functions, failures, clock, log));
    standIns
        .storage()
        .ifPresentOrElse(
            storage -> storage.tell(events::put),
            () -> log.say("object", "S3 is replaced: nobody hears here of objects that are put"));
  }

  private StreamPoller poller(StreamSource source, Failures failures) {
    return keep(
        new StreamPoller(source, functions.get(source.function()), database, failures, log));
  }

  private <T extends AutoCloseable> T keep(T part) {
    started.push(part);
    return part;
  }

  /** Finishes what is under way, then stops everything and frees the port. */
  @Override
  public synchronized void close() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) { // The other parts must stop all the same.
        log.say("failure", "while stopping: " + e);
      }
    }
  }
}
