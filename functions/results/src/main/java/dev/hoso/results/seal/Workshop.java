package dev.hoso.results.seal;

import dev.hoso.core.Settings;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.results.Documents;
import dev.hoso.results.Dossiers;
import dev.hoso.results.ResultRules;
import dev.hoso.results.Results;
import dev.hoso.results.Sealer;
import dev.hoso.results.bucket.Bucket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What both handlers work with. */
record Workshop(
    Results results,
    Documents documents,
    Supplier<Sealer> sealer,
    Catalogue catalogue,
    ResultRules rules,
    InstantSource clock) {

  /** As the environment says. Certificates are read when they are needed, not before. */
  static Workshop of(Settings settings, InstantSource clock) {
    Bucket bucket = new Bucket(settings);
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    return new Workshop(
        new Results(new Table(Dynamo.client(settings), settings.required("HOSO_RESULTS_TABLE"))),
        new Documents(bucket),
        new CurrentSealer(settings, bucket, city, clock),
        Catalogue.load(city),
        ResultRules.of(settings),
        clock);
  }

  Sealing sealing() {
    Making making = new Making(documents, sealer, catalogue);
    return new Sealing(results, documents, making, rules, clock);
  }

  Erasing erasing() {
    return new Erasing(results, documents, catalogue, rules, clock);
  }

  Owed owed(Dossiers dossiers) {
    FollowUp followUp = new FollowUp(results, dossiers, documents, rules, clock);
    return new Owed(results, sealing(), erasing(), followUp, clock);
  }
}
