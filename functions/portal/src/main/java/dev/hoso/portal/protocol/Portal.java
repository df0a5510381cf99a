package dev.hoso.portal.protocol;

import dev.hoso.core.Log;
import dev.hoso.core.calls.NoAnswer;
import dev.hoso.core.calls.PartnerCalls;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The national portal. Each call is made once: whoever gets no answer looks up what became of it
 * before the same is sent again.
 */
public final class Portal {
  /**
   * What the portal shows of a dossier.
   *
   * @param fields as it was sent them, or fewer
   * @param steps what it was told of its progress; none where it does not show that
   */
  public record Shown(Map<?, ?> fields, List<Map<?, ?>> steps) {}

  private static final String NAME = "portal";

  /** What it shows of one dossier, with its papers; an answer about ten is shorter. */
  private static final long MOST_BYTES = 1024L * 1024;

  private final PartnerCalls calls = new PartnerCalls(1, MOST_BYTES);
  private final PortalSettings settings;
  private final Mapping mapping;
  private final Session session;

  /** The portal that is set up; it is not called before something is asked of it. */
  public Portal(PortalSettings settings, Mapping mapping) {
    this.settings = settings;
    this.mapping = mapping;
    Login login = new Login(settings, this::called);
    this.session = new Session(login::pass);
  }

  /** Whether the city is connected to it. */
  public boolean connected() {
    return settings.connected();
  }

  /** Whether it is called now: not for a while after it failed several times in a row. */
  public boolean callable() {
    return settings.connected() && !calls.rests(NAME);
  }

  /**
   * What it has of a dossier.
   *
   * @return empty where it does not have it
   * @throws PortalTrouble where it does not say
   */
  public Optional<Shown> lookUp(String code) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("service", Service.LOOK_UP);
    body.put("mahoso", code);
    Reply reply = ask(settings.address("SHARE", "/share"), body);
    if (mapping.outcome(reply.code()) == Mapping.Outcome.REFUSED) {
      // Who is not told must not take it for lost and send it anew.
      throw new PortalTrouble("the look-up is refused: " + reply.words());
    }
    return reply.result().stream()
        .filter(it -> Reply.text(it, "MaHoSo").equals(code))
        .findFirst()
        .map(it -> new Shown(it, Reply.objects(it.get(mapping.shownSteps()))));
  }

  /**
   * Sends what it is to take in.
   *
   * @param updating whether it has these dossiers already
   * @param data one object for a dossier, or for each of its steps
   * @return what it says of each dossier, by its code
   * @throws PortalTrouble where it says nothing; it may have taken them in all the same
   */
  public Map<String, Verdict> send(
      Service service, boolean updating, List<Map<String, Object>> data) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("service", service.code());
    settings.optional("UNIT").ifPresent(unit -> body.put("madonvi", unit));
    body.put("isUpdating", updating ? "True" : "False");
    body.put("data", data);
    Reply reply = ask(settings.address("INTEGRATION", "/integration"), body);
    Map<String, Verdict> verdicts = new HashMap<>();
    for (Map<String, Object> sent : data) {
      String code = Reply.text(sent, "MaHoSo");
      verdicts.put(code, verdict(reply, code));
    }
    return verdicts;
  }

  /** What is said of the dossier itself counts more than what is said of all. */
  private Verdict verdict(Reply reply, String code) {
    Optional<Map<?, ?>> said =
        reply.result().stream()
            .filter(it -> Reply.text(it, "MaHoSo").equals(code))
            .filter(it -> it.containsKey("error_code"))
            .findFirst();
    Map<?, ?> words = said.orElse(reply.fields());
    return switch (mapping.outcome(Reply.text(words, "error_code"))) {
      case ACCEPTED -> new Verdict.Accepted();
      case REFUSED, UNKNOWN -> new Verdict.Refused(Reply.words(words), said.isPresent());
      case LATER, SESSION_ENDED -> throw new PortalTrouble(Reply.words(words));
    };
  }

  /** Asks in the session; where that is over, once more in a new one. */
  private Reply ask(String address, Map<String, Object> body) {
    Session.Pass pass = session.pass();
    Reply reply = called(Login.request(address, pass, settings, with(body, pass)));
    if (mapping.outcome(reply.code()) == Mapping.Outcome.SESSION_ENDED) {
      session.over(pass);
      Session.Pass renewed = session.pass();
      reply = called(Login.request(address, renewed, settings, with(body, renewed)));
    }
    if (mapping.outcome(reply.code()) == Mapping.Outcome.LATER) {
      throw new PortalTrouble(reply.words());
    }
    return reply;
  }

  private static Map<String, Object> with(Map<String, Object> body, Session.Pass pass) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("session", pass.session());
    all.putAll(body);
    return all;
  }

  private Reply called(HttpRequest request) {
    try {
      return Reply.of(calls.ask(NAME, request));
    } catch (NoAnswer e) {
      Log.metric("PortalUnreachable", 1, Map.of());
      throw new PortalTrouble(String.valueOf(e.getMessage()));
    }
  }
}
