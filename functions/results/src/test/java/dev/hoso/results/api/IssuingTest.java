package dev.hoso.results.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.dynamo.Update;
import dev.hoso.results.Erasure;
import dev.hoso.results.Given;
import dev.hoso.results.Ledger;
import dev.hoso.results.Result;
import dev.hoso.results.ResultStatus;
import dev.hoso.results.Source;
import dev.hoso.results.Together;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuingTest {
  private static final String FIELDS =
      """
      {"fields":{"requester":"Nguyễn Văn An","event":"Khai sinh","fullName":"Nguyễn Thị Ánh",
       "birthDate":"02/03/2026","sex":"Nữ","nationality":"Việt Nam","register":"Quyển 01/2026",
       "registered":"05/03/2026"}}""";

  private final String dossier = Api.dossier();

  @Test
  void anUnsignedPdfIsTakenInAndAnsweredWithWhereItWillBe() {
    Api.Answer answer = Api.issue(dossier, Api.unsigned()).send();

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers())
        .containsEntry("Location", "/dossiers/%s/results/%s-KQ1".formatted(dossier, dossier));
    assertThat(answer.text("number")).isEqualTo(dossier + "-KQ1");
    assertThat(answer.text("resultId")).matches("(?:[0-9A-Z]{4}-){4}[0-9A-Z]");
    assertThat(answer.text("status")).isEqualTo("received");
    assertThat(answer.text("createdAt")).endsWith("+07:00");
    assertThat(answer.text("verifyUrl"))
        .isEqualTo(
            "https://hoso.example.gov.vn/verify/" + answer.text("resultId").replace("-", ""));
  }

  @Test
  void whatWasSentLiesInTheBucketAndTheResultSaysWhere() {
    Api.issue(dossier, Api.unsigned()).send();

    Result result = only();
    assertThat(result.status()).isEqualTo(ResultStatus.RECEIVED);
    assertThat(result.request().source()).isEqualTo(Source.UNSIGNED);
    assertThat(result.sent().upload())
        .isEqualTo("uploads/" + result.request().result().value() + ".pdf");
    assertThat(Api.STORAGE.get(result.sent().upload())).isEqualTo(Given.PDF);
  }

  @Test
  void aSignedPdfIsKnownAsSigned() {
    Api.issue(dossier, "{\"signed\":\"" + Api.base64(Given.PDF) + "\"}").send();

    assertThat(only().request().source()).isEqualTo(Source.SIGNED);
  }

  @Test
  void fieldsAreKeptWithTheResultAndNowhereElse() {
    assertThat(Api.issue(dossier, FIELDS).send().status()).isEqualTo(201);

    assertThat(only().request().source()).isEqualTo(Source.FIELDS);
    assertThat(only().sent().fields()).containsEntry("fullName", "Nguyễn Thị Ánh").hasSize(8);
    assertThat(only().sent().upload()).isNull();
  }

  @Test
  void whatIsLeftOutIsTheDossiersOrTheProcedures() {
    Api.issue(dossier, Api.unsigned()).send();

    assertThat(only().request().unit()).isEqualTo("01");
    assertThat(only().request().procedure()).isEqualTo("2.000635");
    assertThat(only().request().title())
        .isEqualTo("Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh");
    assertThat(only().request().replaces()).isNull();
  }

  @Test
  void theResponsibleUnitIssuesUnlessAnotherIsNamed() {
    Api.DOSSIERS.write(
        Update.of(Map.of("code", dossier)).set("responsible", Map.of("unit", "HN-STP")));

    Api.issue(dossier, Api.unsigned()).send();
    Api.issue(dossier, with("\"unit\":\"HN-SNV\",\"title\":\" Giấy mới \"")).send();

    assertThat(result(1).request().unit()).isEqualTo("HN-STP");
    assertThat(result(2).request().unit()).isEqualTo("HN-SNV");
    assertThat(result(2).request().title()).isEqualTo("Giấy mới");
  }

  @Test
  void resultsOfADossierCountFromOne() {
    for (int n = 1; n <= 3; n++) {
      assertThat(Api.issue(dossier, Api.unsigned()).send().text("number"))
          .isEqualTo(dossier + "-KQ" + n);
    }
  }

  @Test
  void resultsThatAreAskedForAtOnceHaveNumbersWithoutGapsOrDoubles() throws Exception {
    List<Api.Answer> answers = Together.times(12, () -> Api.issue(dossier, Api.unsigned()).send());

    assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
    assertThat(answers)
        .extracting(it -> it.text("number"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 12).mapToObj(n -> dossier + "-KQ" + n).toList());
    assertThat(ledger().results()).hasSize(12);
  }

  @Test
  void fourMegabytesGoInsideTheRequestAndNoMore() {
    byte[] large = new byte[Made.MOST_INLINE_BYTES];
    System.arraycopy(Given.PDF, 0, large, 0, Given.PDF.length);

    assertThat(Api.issue(dossier, unsigned(large)).send().status()).isEqualTo(201);
    assertThat(Api.STORAGE.get(only().sent().upload())).hasSize(4_194_304);

    byte[] larger = java.util.Arrays.copyOf(large, large.length + 1);
    assertThat(Api.issue(dossier, unsigned(larger)).send().faults())
        .containsEntry(
            "unsigned",
            "must have at most 4194304 bytes; upload what is larger by POST …/results/uploads");
  }

  @Test
  void whatIsNoDossierCodeIsNamed() {
    Api.Answer answer = Api.issue("42", Api.unsigned()).send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faults()).containsOnlyKeys("code");
  }

  @Test
  void anUnknownDossierIsNotFound() {
    Api.Answer answer = Api.issue("H26.15-261123-9999", Api.unsigned()).send();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:unknown-dossier");
    assertThat(answer.text("detail"))
        .isEqualTo("The dossier H26.15-261123-9999 is not registered. Register it first.");
  }

  @ParameterizedTest(name = "{0} names {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                          | body      | must have exactly one of signed, unsigned, upload, fields",
        "{\"signed\":\"JVBERi0=\",\"fields\":{}}     | body      | must have exactly one of signed, unsigned, upload, fields",
        "{\"signed\":7}                              | signed    | must be a text",
        "{\"signed\":\"\"}                           | signed    | must be a PDF in base64: its first bytes are not %PDF-",
        "{\"unsigned\":\"SGVsbG8=\"}                 | unsigned  | must be a PDF in base64: its first bytes are not %PDF-",
        "{\"unsigned\":\"%PDF-1.7\"}                 | unsigned  | must be a PDF in base64 (RFC 4648, section 4), without line breaks",
        "{\"unsigned\":\"JVBERi0x\\nLjc=\"}          | unsigned  | must be a PDF in base64 (RFC 4648, section 4), without line breaks",
        "{\"upload\":\"X\"}                          | upload    | must be an object",
        "{\"upload\":{\"id\":\"../x\",\"signed\":true}} | upload.id | must be what POST …/results/uploads answered as upload",
        "{\"upload\":{\"id\":\"0123456789ABCDEF\"}}  | upload.signed | is required: true where the department signed it, else false",
        "{\"upload\":{\"id\":\"0123456789ABCDEF\",\"signed\":\"no\"}} | upload.signed | must be true or false",
        "{\"fields\":[1]}                            | fields    | must be an object",
        "{\"fields\":{\"sex\":1}}                    | fields.sex | must be a text",
        "{\"fields\":{\"sex\":\"N\\u0000\"}}         | fields.sex | must have no control characters but line breaks",
      })
  void whatCannotBeAResultIsNamedWithItsRule(String body, String field, String rule) {
    Api.Answer answer = Api.issue(dossier, body).send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:invalid");
    assertThat(answer.faults()).containsExactly(Map.entry(field, rule));
    assertThat(ledger().results()).isEmpty();
  }

  @ParameterizedTest(name = "{0} names {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"title\":\"a\\nb\"        | title    | must be one line of 1 to 200 characters",
        "\"unit\":\"hn-stp\"        | unit     | must be the code of a unit, as GET /units lists them",
        "\"replaces\":\"KQ1\"       | replaces | must be a result that is there, not DOSSIER-KQ1",
        "\"replaces\":\"KQ0\"       | replaces | must be a result of this dossier, like KQ1 or DOSSIER-KQ1",
        "\"replaces\":\"H26.15-261123-0001-KQ1\" | replaces | must be a result of this dossier, like KQ1 or DOSSIER-KQ1",
      })
  void whatIsSaidBesideItIsNamedWithItsRule(String said, String field, String rule) {
    Api.Answer answer = Api.issue(dossier, with(said)).send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faults()).containsExactly(Map.entry(field, rule.replace("DOSSIER", dossier)));
  }

  @Test
  void severalFaultsAreToldAtOnce() {
    String body = "{\"signed\":\"x\",\"title\":\"\",\"replaces\":\"7\",\"unit\":\"\"}";

    assertThat(Api.issue(dossier, body).send().faults())
        .containsOnlyKeys("signed", "title", "replaces", "unit");
  }

  @Test
  void everyFieldThatDoesNotFitTheTemplateIsNamed() {
    String body =
        FIELDS
            .replace("\"sex\":\"Nữ\"", "\"sex\":\"" + "x".repeat(11) + "\"")
            .replace("\"register\"", "\"registre\"");

    assertThat(Api.issue(dossier, body).send().faults())
        .containsEntry("fields.sex", "must have at most 10 characters")
        .containsEntry("fields.register", "is required by the template of this procedure")
        .hasEntrySatisfying(
            "fields.registre",
            rule -> assertThat(rule).startsWith("is none of this procedure's fields: requester"))
        .hasSize(3);
    assertThat(ledger().results()).isEmpty();
  }

  @Test
  void aProcedureWithoutATemplateTakesNoFields() {
    String other = Api.dossier("1.001193", DossierStatus.PROCESSING);

    assertThat(Api.issue(other, FIELDS).send().faults())
        .containsExactly(
            Map.entry(
                "fields", "cannot be taken: the procedure 1.001193 has no template; send a PDF"));
  }

  @Test
  void aLocalCodeOfAProcedureHasTheTemplateOfTheNationalOne() {
    String local = Api.dossier("2.000635.000.00.00.H26", DossierStatus.PROCESSING);

    assertThat(Api.issue(local, FIELDS).send().status()).isEqualTo(201);
  }

  @Test
  void withoutAProcedureThatIsKnownATitleMustBeNamed() {
    String other = Api.dossier("9.999999", DossierStatus.PROCESSING);

    assertThat(Api.issue(other, Api.unsigned()).send().faults())
        .containsExactly(
            Map.entry("title", "is required: the catalogue does not know the procedure 9.999999"));
    assertThat(Api.issue(other, with("\"title\":\"Giấy phép\"")).send().status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SEALED", "ISSUED"})
  void aGoodResultCanBeReplacedOnce(ResultStatus status) {
    Api.RESULTS.create(standing(status));

    assertThat(Api.issue(dossier, with("\"replaces\":\"KQ1\"")).send().status()).isEqualTo(201);
    assertThat(result(2).request().replaces()).isEqualTo(result(1).number());
    assertThat(Api.issue(dossier, with("\"replaces\":\"KQ1\"")).send().faults())
        .containsExactly(
            Map.entry(
                "replaces",
                "must be a result that no other replaces: %s-KQ1 is replaced by %s-KQ2"
                    .formatted(dossier, dossier)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RECEIVED", "REFUSED", "REVOKED", "SUPERSEDED"})
  void noOtherCanBeReplaced(ResultStatus status) {
    Api.RESULTS.create(standing(status));

    assertThat(Api.issue(dossier, with("\"replaces\":\"KQ1\"")).send().faults())
        .containsExactly(
            Map.entry(
                "replaces",
                "must be a result that is sealed or issued: %s-KQ1 is %s"
                    .formatted(dossier, status.code())));
  }

  @Test
  void ofManyWhoReplaceTheSameOneDoes() throws Exception {
    Api.RESULTS.create(standing(ResultStatus.ISSUED));

    List<Api.Answer> answers =
        Together.times(8, () -> Api.issue(dossier, with("\"replaces\":\"KQ1\"")).send());

    assertThat(answers).extracting(Api.Answer::status).containsOnlyOnce(201).contains(400);
    assertThat(ledger().results()).hasSize(2);
  }

  @Test
  void aDossierWhoseDataWasDeletedTakesNoMoreResults() {
    DossierCode code = new DossierCode(dossier);
    Api.RESULTS.request(Erasure.requested(code, Given.NOW, "Trưởng phòng", "theo đơn"));

    Api.Answer answer = Api.issue(dossier, Api.unsigned()).send();

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:dossier-erased");
    assertThat(answer.text("detail"))
        .isEqualTo(
            "The applicant's data in the dossier %s is deleted at their request: nothing new is issued in it."
                .formatted(dossier));
  }

  @Test
  void aDossierHasAtMostAHundredResults() {
    for (int n = 1; n <= Ledger.MOST; n++) {
      Api.RESULTS.create(Given.received(n).numbered(Given.number(new DossierCode(dossier), n)));
    }

    Api.Answer answer = Api.issue(dossier, Api.unsigned()).send();

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:too-many-results");
    assertThat(answer.text("detail"))
        .isEqualTo("The dossier %s has 100 results and takes no more.".formatted(dossier));
  }

  private Result standing(ResultStatus status) {
    return Given.standing(status, Given.number(new DossierCode(dossier), 1));
  }

  private Ledger ledger() {
    return Api.RESULTS.of(new DossierCode(dossier));
  }

  private Result result(int ordinal) {
    return ledger().find(Given.number(new DossierCode(dossier), ordinal)).orElseThrow();
  }

  private Result only() {
    assertThat(ledger().results()).hasSize(1);
    return ledger().results().getFirst();
  }

  private static String with(String said) {
    return "{" + said + "," + Api.unsigned().substring(1);
  }

  private static String unsigned(byte[] pdf) {
    return "{\"unsigned\":\"" + Api.base64(pdf) + "\"}";
  }
}
