package dev.hoso.stories;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A person with a browser that keeps cookies and a phone that gets codes. */
final class Citizen {
  private static final Pattern CODE = Pattern.compile("ma tra cuu (\\d{6})");
  private final City city;
  private final String code;
  private final String phone;
  private String cookie = "";

  Citizen(City city, String code, String phone) {
    this.city = city;
    this.code = code;
    this.phone = phone;
  }

  /** Asks for a code by SMS and gives it, once it is in the inbox. */
  String askForCode() {
    return awaitCode(() -> form("/lookup/" + code + "/code", "channel=sms"));
  }

  /** The code that comes by SMS when it is asked for in this way. */
  String awaitCode(Runnable asking) {
    int before = codes();
    asking.run();
    await(code).until(() -> codes() > before);
    return texts()
        .map(CODE::matcher)
        .filter(Matcher::find)
        .reduce((first, last) -> last)
        .orElseThrow()
        .group(1);
  }

  private int codes() {
    return (int) texts().filter(text -> CODE.matcher(text).find()).count();
  }

  private Stream<String> texts() {
    return city.inboxOf(phone).stream()
        .filter(it -> it.path("channel").asText().equals("sms"))
        .map(it -> it.path("text").asText());
  }

  /** Types a code; what the browser is sent to. */
  String enter(String entry) {
    HttpResponse<String> answer = form("/lookup/" + code + "/entry", "entry=" + entry);
    answer
        .headers()
        .firstValue("set-cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return answer.headers().firstValue("location").orElseThrow();
  }

  /** Proves to be the applicant. */
  Citizen proven() {
    enter(askForCode());
    return this;
  }

  /** The dossier's page, as far as it is shown to this browser. */
  String page() {
    return city.send(withCookie(city.request("/lookup/" + code)).GET()).body();
  }

  /** Where the browser is sent to for a result. */
  URI handOut(String number) {
    HttpResponse<String> answer =
        city.send(withCookie(city.request("/lookup/" + code + "/results/" + number)).GET());
    return city.address().resolve(answer.headers().firstValue("location").orElseThrow());
  }

  /** The document itself. */
  byte[] download(String number) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(handOut(number)).GET().build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError("The document came with " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> form(String path, String body) {
    return city.send(
        withCookie(city.request(path))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder withCookie(HttpRequest.Builder request) {
    return cookie.isEmpty() ? request : request.header("cookie", cookie);
  }

  /** What a person who has the paper in hand is told of it. */
  static JsonNode verified(City city, String resultId) {
    return City.ok(
        city.send(city.request("/verify/" + resultId).header("accept", "application/json").GET()));
  }
}
