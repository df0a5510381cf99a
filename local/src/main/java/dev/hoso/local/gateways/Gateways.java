package dev.hoso.local.gateways;

import dev.hoso.local.Json;
import dev.hoso.local.LiveLog;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Front;
import dev.hoso.local.http.Request;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The stand-ins of all gateways at {@code /local/gateways/<gateway>}, so that on a laptop without a
 * network fees can be asked for, paid, asked about and refunded. Each is a document of its
 * protocol: what its gateway would refuse, it refuses.
 */
public final class Gateways implements AutoCloseable {
  /** Where they are. */
  public static final String PATH = "/local/gateways";

  private final CountDownLatch stop = new CountDownLatch(1);
  private final Desk desk;
  private final Notifier notifier;
  private final Till till;
  private final PayPage page;
  private final Vnpay vnpay;
  private final Map<String, StandIn> gateways;
  private final Map<String, Behaviour> behaviours = new LinkedHashMap<>();

  /**
   * Makes them.
   *
   * @param settings what the functions are set up with, by name
   * @param address of this runtime
   */
  public Gateways(UnaryOperator<String> settings, URI address, InstantSource clock, LiveLog log) {
    this.desk = new Desk(new Orders(clock), settings, address, clock);
    this.notifier = new Notifier(clock, log);
    this.till = new Till(desk, notifier, log);
    this.page = new PayPage(desk, till);
    this.vnpay = new Vnpay(desk, page);
    this.gateways =
        List.of(
                vnpay,
                new Momo(desk),
                new Zalopay(desk),
                new Payos(desk),
                new Sepay(desk),
                new Dvcqg(desk),
                new Stripe(desk, notifier),
                new Govukpay(desk, notifier),
                new Standard(desk))
            .stream()
            .collect(
                Collectors.toMap(
                    StandIn::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    gateways.keySet().forEach(code -> behaviours.put(code, new Behaviour(stop)));
  }

  /** Gives them their paths. */
  public void register(Front front) {
    front.page("GET " + PATH, new OrdersPage(desk, behaviours)::answer);
    front.area(PATH + "/", this::answer);
  }

  private Answer answer(Request request) throws InterruptedException {
    String below = request.rawPath().substring(PATH.length() + 1);
    int slash = below.indexOf('/');
    String code = slash < 0 ? below : below.substring(0, slash);
    String path = slash < 0 ? "" : below.substring(slash);
    StandIn gateway = gateways.get(code);
    Behaviour behaviour = behaviours.get(code);
    if (gateway == null || behaviour == null) {
      return Answer.message(404, "Not Found");
    }
    return switch (path) {
      case "/behaviour" -> set(behaviour, request);
      case PayPage.PATH -> page.answer(gateway, request);
      // What people open is never broken, so that a payment can be made whatever is tried.
      case StartForm.PATH, "/vpcpay.html" -> gateway.answer(new Call(path, request));
      default -> behaviour.meet(path, () -> gateway.answer(new Call(path, request)));
    };
  }

  private static Answer set(Behaviour behaviour, Request request) {
    try {
      Optional<Answer> wrong = behaviour.set(Json.read(request.body()));
      return wrong.orElseGet(() -> Answer.json(200, behaviour.json()));
    } catch (UncheckedIOException e) {
      return Answer.problem("body", "JSON is expected, such as {\"answer\":\"down\"}");
    }
  }

  /** The codes of all, VNPAY's first. */
  public static List<String> codes() {
    return List.of(
        "vnpay", "momo", "zalopay", "payos", "sepay", "dvcqg", "stripe", "govukpay", "standard");
  }

  /**
   * Where a person begins to pay, filled in.
   *
   * @return empty where a payment begins with us, and our system knows the address
   */
  public static Optional<String> beginning(
      String gateway, String reference, String amount, String currency) {
    Map<String, String> fields =
        Map.of(
            "reference", reference,
            "content", reference,
            "amount", amount,
            "currency", currency);
    return StartForm.GATEWAYS.contains(gateway)
        ? Optional.of(PATH + "/" + gateway + StartForm.PATH + "?" + Query.of(fields))
        : Optional.empty();
  }

  /**
   * Pays at VNPAY as a person does, for the opening story.
   *
   * @param payUrl where our system sends the person to
   * @return what our webhook answered
   */
  public String payAtVnpay(URI payUrl) throws InterruptedException {
    Order order = vnpay.opened(Request.form(payUrl.getRawQuery()));
    till.decide(vnpay, order, Choice.LOST);
    for (Webhook webhook : vnpay.webhooks(order)) {
      notifier.tellOnce(vnpay, order, webhook);
    }
    return order.json(desk.now()).path("webhookAnswers").path(0).asText("none");
  }

  /** Ends all waiting and telling. */
  @Override
  public void close() {
    stop.countDown();
    notifier.close();
  }
}
