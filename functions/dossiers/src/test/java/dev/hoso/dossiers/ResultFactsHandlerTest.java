package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.RULES;
import static dev.hoso.dossiers.Given.number;
import static dev.hoso.dossiers.Given.payment;
import static dev.hoso.dossiers.Given.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.dossiers.Command.Register;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream of Results as Lambda hands it over, on DynamoDB Local. */
class ResultFactsHandlerTest {
  private static final String LOST = "H26.15-260310-9999";

  private Table table;
  private Dossiers dossiers;
  private ResultFactsHandler results;
  private PaymentFactsHandler payments;

  @BeforeEach
  void aDossierThatWaitsForItsFee() {
    table = DynamoForTests.table("Dossiers");
    dossiers = new Dossiers(table);
    Intake intake = new Intake(dossiers, RULES, () -> NOW);
    results = new ResultFactsHandler(intake);
    payments = new PaymentFactsHandler(intake);
    Filing filing = Given.filing(Given.FEE_FIRST, FilingChannel.IN_PERSON);
    Register register = new Register(Given.CODE, filing, DossierStatus.FEE_DUE, null);
    dossiers.create(Given.CODE, now -> RULES.decide(now, register, NOW));
  }

  @Test
  void aSealedResultWaitsInItsDossierAndAPaymentIssuesIt() {
    assertThat(took(result(1, 2, "sealed"))).isTrue();
    assertThat(item(1).text("status")).isEqualTo("sealed");
    assertThat(item(1).text("waitsFor")).isEqualTo("fee");
    assertThat(paid()).isTrue();
    assertThat(item(1).text("status")).isEqualTo("issued");
    assertThat(item(1).time("issuedAt")).isEqualTo(NOW);
    assertThat(item(1).has("waitsFor")).isFalse();
    assertThat(dossier().status()).isEqualTo(DossierStatus.DONE);
    assertThat(dossier().version()).isEqualTo(3);
  }

  @Test
  void aPaymentBeforeTheResultEndsTheSame() {
    paid();
    took(result(1, 2, "sealed"));
    assertThat(item(1).text("status")).isEqualTo("issued");
    assertThat(dossier().status()).isEqualTo(DossierStatus.DONE);
  }

  @Test
  void theItemHasWhatOthersReadAndNothingElseOfTheResult() {
    paid();
    took(result(1, 2, "sealed"));
    Map<String, Object> expected = result(1, 2, "issued");
    expected.keySet().removeAll(List.of("dossier", "statusAt", "createdAt", "procedure", "signer"));
    expected.put("issuedAt", NOW);
    assertThat(item(1).attributes())
        .containsExactlyInAnyOrderEntriesOf(Item.of(inStream(expected)).attributes());
  }

  @Test
  void theReasonsOfARefusalAreKept() {
    Map<String, Object> refused = result(1, 2, "refused");
    refused.put("reasons", List.of(Map.of("type", "no-signature", "detail", "It is not signed.")));
    took(refused);
    assertThat(item(1).list("reasons").getFirst().text("type")).isEqualTo("no-signature");
    assertThat(dossier().status()).isEqualTo(DossierStatus.FEE_DUE);
  }

  @Test
  void aCorrectionAndWhatItCorrectsAreWrittenTogether() {
    paid();
    took(result(1, 2, "sealed"));
    Map<String, Object> correction = result(2, 2, "sealed");
    correction.put("replaces", number(1));
    took(correction);
    assertThat(dossier().version()).isEqualTo(4);
    assertThat(item(1).text("supersededBy")).isEqualTo(number(2));
    assertThat(item(2).text("replaces")).isEqualTo(number(1));
  }

  @Test
  void aFetchedResultReturnsItsDossier() {
    paid();
    took(result(1, 2, "sealed"));
    Map<String, Object> fetched = result(1, 4, "issued");
    fetched.put("handedOutAt", Time.text(NOW.plusSeconds(60)));
    took(fetched);
    assertThat(dossier().status()).isEqualTo(DossierStatus.RETURNED);
  }

  @Test
  void aRepeatedOrOlderChangeWritesNothing() {
    took(result(1, 4, "sealed"));
    Dossier before = dossier();
    assertThat(took(result(1, 4, "sealed"))).isTrue();
    assertThat(took(result(1, 3, "revoked"))).isTrue();
    assertThat(dossier()).isEqualTo(before);
  }

  @Test
  void whatWasOnlyReceivedSaysNothingYet() {
    assertThat(took(result(1, 1, "received"))).isTrue();
    assertThat(dossier().results()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sealed", "refused"})
  void aNewResultOfAnUnknownDossierFailsAndHoldsBackNoOther(String status) {
    Map<String, Object> lost = result(1, 2, status);
    lost.put("dossier", LOST);
    assertThat(
            StreamEvents.answer(
                results, StreamEvents.of("dossier", List.of(lost, result(1, 2, "sealed")))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
    assertThat(dossier().results()).containsOnlyKeys(number(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"issued", "superseded", "revoked", "requested", "done"})
  void whatHappensAfterADossierIsNoLongerKeptIsNoFault(String status) {
    Map<String, Object> late = result(1, 4, status);
    late.put("dossier", LOST);
    if (List.of("requested", "done").contains(status)) {
      late.put("number", "erasure");
    }
    assertThat(took(late)).isTrue();
    assertThat(table.get(Map.of("code", LOST)).isEmpty()).isTrue();
  }

  @Test
  void theDocumentOfAResultThatNeverWentOutMayOutliveItsDossier() {
    Map<String, Object> late = result(1, 3, "sealed");
    late.put("dossier", LOST);
    late.put("documentDeletedAt", NOW);
    assertThat(took(late)).isTrue();
  }

  @Test
  void aResultThatIsRemovedIsNoFact() {
    String removed =
        """
        {"Records":[{"eventName":"REMOVE","dynamodb":{"SequenceNumber":"1",
          "Keys":{"dossier":{"S":"x"}},"OldImage":{"dossier":{"S":"x"}}}}]}""";
    assertThat(StreamEvents.taken(StreamEvents.answer(results, removed))).isTrue();
    assertThat(dossier().version()).isEqualTo(1);
  }

  @Test
  void aRequestToEraseErasesTheApplicantAndItsEndChangesNothingMore() {
    took(result(1, 2, "sealed"));
    assertThat(took(erasure(1, "requested"))).isTrue();
    Item erased = table.get(Map.of("code", Given.CODE.value()));
    assertThat(erased.map("applicant").attributes())
        .isEqualTo(Item.of(Map.of("name", "", "language", "vi", "consent", false)).attributes());
    assertThat(erased.time("erasedAt")).isEqualTo(NOW);
    assertThat(erased.has("registration")).isFalse();
    assertThat(erased.toString()).doesNotContain("An\"", "912345678", "example.vn");
    Dossier before = dossier();
    assertThat(took(erasure(2, "done"))).isTrue();
    assertThat(dossier()).isEqualTo(before);
  }

  @Test
  void anEndOfAnErasureWhoseRequestWasMissedErasesToo() {
    took(erasure(2, "done"));
    assertThat(dossier().erased()).isTrue();
  }

  @Test
  void ofPaymentsAndResultsAtOnceNoneIsLostAndAllResultsAreIssued() throws Exception {
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int n = 1; n <= 4; n++) {
      int ordinal = n;
      all.add(() -> took(result(ordinal, 2, "sealed")));
      all.add(() -> took(result(ordinal, 3, "issued")));
      all.add(() -> paid("P" + ordinal));
    }
    all.addAll(List.copyOf(all));
    Collections.shuffle(all, new Random(7));
    try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
      for (Future<Boolean> took : threads.invokeAll(all)) {
        assertThat(took.get()).isTrue();
      }
    }
    assertThat(dossier().results()).hasSize(4);
    assertThat(dossier().results().values()).allMatch(Result::issued);
    assertThat(dossier().payments()).hasSize(4);
    assertThat(dossier().status()).isEqualTo(DossierStatus.DONE);
  }

  private static Map<String, Object> erasure(long version, String status) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("dossier", Given.CODE.value());
    item.put("number", "erasure");
    item.put("status", status);
    item.put("statusAt", Time.text(NOW));
    item.put("version", version);
    item.put("requestedBy", "Trưởng bộ phận");
    return item;
  }

  private boolean paid() {
    return paid("A");
  }

  private boolean paid(String reference) {
    return StreamEvents.taken(
        StreamEvents.answer(
            payments, StreamEvents.of("id", List.of(inStream(payment(reference, 2, "paid"))))));
  }

  private boolean took(Map<String, Object> result) {
    return StreamEvents.taken(
        StreamEvents.answer(results, StreamEvents.of("dossier", List.of(inStream(result)))));
  }

  /** Times are text in a table. */
  private static Map<String, Object> inStream(Map<String, Object> item) {
    Map<String, Object> written = new LinkedHashMap<>(item);
    written.replaceAll((name, value) -> value instanceof Instant time ? Time.text(time) : value);
    return written;
  }

  private Dossier dossier() {
    return dossiers.find(Given.CODE).orElseThrow();
  }

  private Item item(int ordinal) {
    return table.get(Map.of("code", Given.CODE.value())).map("results").map(number(ordinal));
  }
}
