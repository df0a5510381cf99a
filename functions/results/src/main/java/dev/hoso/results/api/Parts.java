package dev.hoso.results.api;

import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Table;
import dev.hoso.results.Documents;
import dev.hoso.results.Dossiers;
import dev.hoso.results.Results;
import dev.hoso.results.bucket.Addresses;
import dev.hoso.results.bucket.Bucket;
import dev.hoso.results.templates.ResultTemplates;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the controllers are made of. */
@Factory
final class Parts {
  @Singleton
  Results results(DynamoDbClient dynamo, Settings settings) {
    return new Results(new Table(dynamo, settings.required("HOSO_RESULTS_TABLE")));
  }

  @Singleton
  Dossiers dossiers(DynamoDbClient dynamo, Settings settings) {
    return new Dossiers(new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE")));
  }

  @Singleton
  Documents documents(Settings settings) {
    return new Documents(new Bucket(settings));
  }

  @Singleton
  Addresses addresses(Settings settings) {
    return new Addresses(settings);
  }

  @Singleton
  ResultTemplates templates(Settings settings) {
    return ResultTemplates.load(settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null));
  }
}
