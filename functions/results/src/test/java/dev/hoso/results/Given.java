package dev.hoso.results;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hoso.core.DossierCode;
import dev.hoso.core.ResultId;
import dev.hoso.core.ResultNumber;
import dev.hoso.core.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results as tests need them, each with only what matters there. */
public final class Given {
  public static final Instant NOW = Instant.parse("2026-11-23T07:30:10Z");
  public static final DossierCode CODE = new DossierCode("H26.15-261123-0042");
  public static final ResultRules RULES = new ResultRules(Duration.ZERO);

  /** Looks like a PDF, and is none. */
  public static final byte[] PDF = "%PDF-1.7 the paper itself".getBytes(US_ASCII);

  private Given() {}

  public static ResultNumber number(int ordinal) {
    return number(CODE, ordinal);
  }

  public static ResultNumber number(DossierCode dossier, int ordinal) {
    return new ResultNumber(dossier, ordinal);
  }

  public static ResultRequest request(int ordinal, Source source, @Nullable ResultNumber replaces) {
    return new ResultRequest(
        number(ordinal),
        ResultId.random(),
        source,
        "HN-STP",
        "2.000635",
        "Trích lục khai sinh của Nguyễn Văn An",
        replaces,
        Sha256.hex("request " + ordinal),
        null,
        NOW);
  }

  /** A PDF that was sent a moment ago. */
  public static Result received(int ordinal) {
    return received(request(ordinal, Source.UNSIGNED, null));
  }

  public static Result replacement(int ordinal, ResultNumber replaces) {
    return received(request(ordinal, Source.UNSIGNED, replaces));
  }

  private static Result received(ResultRequest request) {
    return Result.received(request, Sent.upload(Documents.inlineKey(request.result())));
  }

  /** Fields that were sent a moment ago. */
  public static Result receivedFields(int ordinal, Map<String, String> fields) {
    return Result.received(request(ordinal, Source.FIELDS, null), Sent.fields(fields));
  }

  public static Result sealed(Result received) {
    return after(received, new Command.Seal(document(received)));
  }

  public static Result issued(Result received) {
    return after(sealed(received), new Command.Follow(new Decided.Issued(NOW)));
  }

  public static Result superseded(Result received, ResultNumber by) {
    Command follow = new Command.Follow(new Decided.Superseded(NOW, by));
    return after(issued(received), follow);
  }

  public static Result revoked(Result received) {
    return after(issued(received), new Command.Revoke("sai họ tên", "Trưởng phòng"));
  }

  public static Result refused(Result received) {
    return after(received, refusal());
  }

  public static Command.Refuse refusal() {
    return new Command.Refuse(List.of(new Sealer.Reason("no-signature", "It is not signed.")));
  }

  /** One in every status. */
  public static Result standing(ResultStatus status) {
    return standing(status, number(1));
  }

  public static Result standing(ResultStatus status, ResultNumber number) {
    Result received = received(1).numbered(number);
    return switch (status) {
      case RECEIVED -> received;
      case SEALED -> sealed(received);
      case ISSUED -> issued(received);
      case SUPERSEDED -> superseded(received, number(number.dossier(), 2));
      case REVOKED -> revoked(received);
      case REFUSED -> refused(received);
    };
  }

  public static Sealed document(Result result) {
    Document document = Document.of(PDF);
    String key = "results/" + result.request().result().value() + "/" + document.sha256() + ".pdf";
    return new Sealed(key, null, document.sha256(), document.size(), "CN=Sở Tư pháp", NOW, NOW);
  }

  public static Result after(Result now, Command command) {
    return RULES.decide(now, command, NOW).result();
  }
}
