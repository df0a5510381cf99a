package dev.hoso.standins.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The portal: a login, {@code DongBoHoSoMC}, {@code CapNhatTienDoHoSoMC} and {@code TraCuuHoSo}.
 * What the real one would refuse, it refuses: a session that is over, a dossier that is new and
 * there already or the other way round, a form without what it must have. Where the public texts
 * are silent it does what {@code docs/PORTAL.md} assumes.
 */
public final class StandInPortal implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Where an exchange platform gives tokens out. */
  public static final String TOKEN = "/token";

  private static final Duration SESSION = Duration.ofMinutes(30);

  private final CountDownLatch stop = new CountDownLatch(1);
  private final Map<String, Instant> sessions = new HashMap<>();
  private final Map<String, Kept> dossiers = new LinkedHashMap<>();
  private final AtomicLong logins = new AtomicLong();
  private final AtomicLong calls = new AtomicLong();
  private final InstantSource clock;
  private final String username;
  private final String password;
  private Manners manners = Manners.GOOD;
  private String platformClient = "";
  private String token = "";

  /** An empty one, that lets in who has this name and password. */
  public StandInPortal(String username, String password, InstantSource clock) {
    this.username = username;
    this.password = password;
    this.clock = clock;
  }

  /**
   * Sets how it behaves from now on: {@code answer}, and where it is not for all, {@code path},
   * {@code dossier}, {@code times}; {@code millis} and {@code words} as the way needs them. {@code
   * {"answer":"forgets"}} forgets at once, the {@code dossier} or all of them.
   *
   * @return false where there is no such way
   */
  public synchronized boolean behave(JsonNode wanted) {
    if (wanted.path("answer").asText().equals("forgets")) {
      String which = wanted.path("dossier").asText("");
      dossiers.forEach(
          (code, kept) -> {
            if (which.isEmpty() || which.equals(code)) {
              kept.forget();
            }
          });
      return true;
    }
    Manners read = Manners.read(wanted).orElse(null);
    manners = read == null ? manners : read;
    return read != null;
  }

  /** The same in text, for tests. */
  public void behave(String json) {
    if (!behave(read(json))) {
      throw new IllegalArgumentException(json);
    }
  }

  /** From now on an exchange platform is before it, which this client gets tokens of. */
  public synchronized void behindPlatform(String client, String secret) {
    platformClient =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  /** The platform's tokens are over. */
  public synchronized void endTokens() {
    token = "";
  }

  /** Answers a call, in its manner. */
  public PortalAnswer answer(PortalCall call) throws InterruptedException {
    calls.incrementAndGet();
    Manners now = next(call);
    return switch (now.way()) {
      case DOWN -> PortalAnswer.NONE;
      case ERROR_500 -> PortalAnswer.error500();
      case GARBAGE -> new PortalAnswer(200, "{\"error_code\": <html>");
      case ACCEPTS_THEN_500 -> {
        served(call, now);
        yield PortalAnswer.error500();
      }
      case SLOW -> {
        stop.await(now.millis(), TimeUnit.MILLISECONDS);
        yield served(call, now);
      }
      case OK, REFUSES, ANSWERS_TWICE, ENDS_SESSIONS -> served(call, now);
    };
  }

  private synchronized Manners next(PortalCall call) {
    if (!manners.meet(call)) {
      return Manners.GOOD;
    }
    manners = manners.once();
    return manners;
  }

  private synchronized PortalAnswer served(PortalCall call, Manners now) {
    if (call.path().equals(TOKEN) && call.authorization().equals(platformClient)) {
      token = "token-" + calls.get();
      return new PortalAnswer(200, JSON.createObjectNode().put("access_token", token).toString());
    }
    if (!platformClient.isEmpty() && !lets(call)) {
      return new PortalAnswer(401, "{}");
    }
    ObjectNode answer = call.path().equals("/login") ? login(call) : inSession(call, now);
    if (now.way() == Manners.Way.ANSWERS_TWICE && answer.path("result") instanceof ArrayNode all) {
      List.copyOf(all.findParents("MaHoSo")).forEach(all::add);
    }
    return new PortalAnswer(200, answer.toString());
  }

  private boolean lets(PortalCall call) {
    return !token.isEmpty() && call.authorization().equals("Bearer " + token);
  }

  private ObjectNode login(PortalCall call) {
    if (!call.text("username").equals(username) || !call.text("password").equals(password)) {
      return said("1", "Sai tên đăng nhập hoặc mật khẩu");
    }
    String session = "session-" + logins.incrementAndGet();
    sessions.put(session, clock.instant().plus(SESSION));
    return said("0", "").put("session", session);
  }

  private ObjectNode inSession(PortalCall call, Manners now) {
    Instant until = sessions.get(call.text("session"));
    if (until == null || until.isBefore(clock.instant())) {
      return said("-1", "Phiên làm việc đã hết hạn");
    }
    if (now.way() == Manners.Way.ENDS_SESSIONS) {
      sessions.clear();
    }
    return switch (call.text("service")) {
      case "DongBoHoSoMC" -> take(call, now, this::state);
      case "CapNhatTienDoHoSoMC" -> take(call, now, this::step);
      case "TraCuuHoSo" -> shown(call.text("mahoso"));
      default -> said("2", "Không có dịch vụ này");
    };
  }

  private ObjectNode shown(String code) {
    ObjectNode answer = said("0", "");
    ArrayNode result = answer.putArray("result");
    Kept kept = dossiers.get(code);
    if (kept != null && kept.there()) {
      result.add(kept.shown());
    }
    return answer;
  }

  /** Takes one in, or says why not; empty: taken. */
  private interface Taking {
    String take(ObjectNode sent, PortalCall call);
  }

  private ObjectNode take(PortalCall call, Manners now, Taking taking) {
    ObjectNode answer = said("0", "");
    ArrayNode result = answer.putArray("result");
    for (JsonNode sent : call.body().path("data")) {
      String code = sent.path("MaHoSo").asText();
      String why = now.refuses(code) ? now.words() : taking.take((ObjectNode) sent, call);
      result.add(said(why.isEmpty() ? "0" : "3", why).put("MaHoSo", code));
      if (!why.isEmpty()) {
        answer.put("error_code", "3").put("message", why);
      }
    }
    return answer;
  }

  private String state(ObjectNode sent, PortalCall call) {
    for (String field : List.of("MaHoSo", "MaTTHC", "ChuHoSo", "TrangThaiHoSo")) {
      if (sent.path(field).asText("").isBlank()) {
        return "Thiếu trường " + field;
      }
    }
    Kept kept = dossiers.computeIfAbsent(sent.path("MaHoSo").asText(), it -> new Kept());
    if (kept.there() != call.text("isUpdating").equals("True")) {
      return kept.there() ? "Hồ sơ đã tồn tại" : "Không tìm thấy hồ sơ";
    }
    kept.state(sent);
    return "";
  }

  private String step(ObjectNode sent, PortalCall call) {
    Kept kept = dossiers.get(sent.path("MaHoSo").asText());
    if (kept == null || !kept.there()) {
      return "Không tìm thấy hồ sơ";
    }
    kept.step(sent);
    return "";
  }

  private static ObjectNode said(String code, String words) {
    return JSON.createObjectNode().put("error_code", code).put("message", words);
  }

  /** Every state of a dossier that was taken in, the first one first. */
  public synchronized List<ObjectNode> states(String code) {
    Kept kept = dossiers.get(code);
    return kept == null ? List.of() : kept.states();
  }

  /** What was taken in of a dossier's progress, in the order in which it came. */
  public synchronized List<JsonNode> steps(String code) {
    Kept kept = dossiers.get(code);
    return kept == null ? List.of() : kept.steps();
  }

  /** How often somebody logged in. */
  public long logins() {
    return logins.get();
  }

  /** How often it was called, the calls that it did not answer included. */
  public long calls() {
    return calls.get();
  }

  /** How it behaves, and what it has, in JSON. */
  public synchronized ObjectNode json() {
    ObjectNode json = JSON.createObjectNode();
    Manners.Way way = manners.times() == 0 ? Manners.Way.OK : manners.way();
    json.put("answer", way.code()).put("calls", calls.get()).put("logins", logins.get());
    ArrayNode all = json.putArray("dossiers");
    dossiers.forEach(
        (code, kept) -> {
          if (kept.there()) {
            all.add(kept.shown());
          }
        });
    return json;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** Ends all waiting. */
  @Override
  public void close() {
    stop.countDown();
  }
}
