package dev.hoso.dossiers.api;

import dev.hoso.core.Settings;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.dossiers.api.DossiersBeans.Operations;
import dev.hoso.dossiers.imports.ImportBucket;
import dev.hoso.dossiers.imports.Imports;
import dev.hoso.dossiers.imports.Mappings;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import software.amazon.awssdk.services.s3.S3Client;

/** What the controller of imports stands on: only the package that has S3's client has it too. */
@Factory
@Requires(classes = S3Client.class)
final class ImportsBeans {
  @Singleton
  Imports imports(Operations operations) {
    return new Imports(operations.table());
  }

  @Singleton
  ImportBucket importBucket(Settings settings) {
    return new ImportBucket(settings);
  }

  @Singleton
  Mappings mappings(Catalogue catalogue, Settings settings) {
    return Mappings.load(settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null), catalogue);
  }
}
