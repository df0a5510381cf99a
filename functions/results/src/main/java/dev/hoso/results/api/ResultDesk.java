package dev.hoso.results.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Invalid;
import dev.hoso.core.Log;
import dev.hoso.core.Refused;
import dev.hoso.core.ResultId;
import dev.hoso.core.ResultNumber;
import dev.hoso.core.Sha256;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.web.IdempotencyKey;
import dev.hoso.results.Dossiers;
import dev.hoso.results.Dossiers.Dossier;
import dev.hoso.results.Ledger;
import dev.hoso.results.Result;
import dev.hoso.results.ResultRequest;
import dev.hoso.results.Results;
import dev.hoso.results.Sent;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes results in. */
@Singleton
final class ResultDesk {
  private final Dossiers dossiers;
  private final Results results;
  private final Intake intake;
  private final Catalogue catalogue;
  private final InstantSource clock;

  ResultDesk(
      Dossiers dossiers, Results results, Intake intake, Catalogue catalogue, InstantSource clock) {
    this.dossiers = dossiers;
    this.results = results;
    this.intake = intake;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Takes a result in under the dossier's next number. A repeat with the same key is answered with
   * the result that was made first.
   *
   * @throws Invalid where something that is asked for does not fit the dossier
   * @throws Refused where the dossier is unknown or takes no more results, or the key named another
   *     request
   */
  Result issue(DossierCode code, AskedResult asked, @Nullable IdempotencyKey key) {
    String named = key == null ? null : Sha256.hex(key.value());
    Ledger ledger = results.of(code);
    return Admission.repeated(ledger, named, asked).orElseGet(() -> received(ledger, asked, named));
  }

  private Result received(Ledger ledger, AskedResult asked, @Nullable String key) {
    Dossier dossier =
        dossiers.find(ledger.dossier()).orElseThrow(() -> Unknown.dossier(ledger.dossier()));
    Admission.check(ledger, asked);
    ResultRequest request = request(dossier, asked, ledger.next(), key);
    Sent sent = intake.keep(asked.made(), dossier, request.result());
    Result result = created(Result.received(request, sent), asked, key);
    Log.info("resultReceived", Map.of("result", result.number().value()));
    return result;
  }

  /** Whoever finds the number taken looks again: it may have been the same request. */
  private Result created(Result received, AskedResult asked, @Nullable String key) {
    Result result = received;
    while (!results.create(result)) {
      Ledger ledger = results.of(result.number().dossier());
      Optional<Result> first = Admission.repeated(ledger, key, asked);
      if (first.isPresent()) {
        return first.get();
      }
      Admission.check(ledger, asked);
      result = result.numbered(ledger.next());
    }
    return result;
  }

  private ResultRequest request(
      Dossier dossier, AskedResult asked, ResultNumber number, @Nullable String key) {
    return new ResultRequest(
        number,
        ResultId.random(),
        asked.source(),
        asked.unit() == null ? dossier.unit() : asked.unit(),
        dossier.procedure(),
        asked.title() == null ? title(dossier.procedure()) : asked.title(),
        asked.replaces(),
        asked.digest(),
        key,
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  private String title(String procedure) {
    return catalogue
        .procedure(procedure)
        .map(known -> known.name().vi())
        .orElseThrow(
            () ->
                new Invalid(
                    "title",
                    "is required: the catalogue does not know the procedure " + procedure));
  }
}
