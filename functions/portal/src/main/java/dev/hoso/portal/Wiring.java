package dev.hoso.portal;

import dev.hoso.core.Settings;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Table;
import dev.hoso.portal.protocol.Mapping;
import dev.hoso.portal.protocol.Portal;
import dev.hoso.portal.protocol.PortalSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How the parts of this function belong together, from its settings. */
final class Wiring {
  private final Table dossiers;
  private final Table own;
  private final Portal portal;
  private final Forms forms;
  private final InstantSource clock;

  Wiring(Settings settings, InstantSource clock, DynamoDbClient dynamo) {
    this.dossiers = new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE"));
    this.own = new Table(dynamo, settings.required("HOSO_PORTAL_TABLE"));
    this.clock = clock;
    Path folder = folder(settings);
    Mapping mapping = Mapping.load(folder);
    this.portal = new Portal(new PortalSettings(settings, clock), mapping);
    this.forms =
        new Forms(mapping, Catalogue.load(folder), settings.required("HOSO_CITIZEN_ADDRESS"));
  }

  private static @Nullable Path folder(Settings settings) {
    return settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
  }

  Backlog backlog() {
    return new Backlog(dossiers);
  }

  Known known() {
    return new Known(own);
  }

  Claims claims() {
    return new Claims(dossiers, known());
  }

  Audit audit() {
    return new Audit(dossiers, portal, forms, claims(), new Audits(own), clock);
  }

  Syncing syncing() {
    Sending sending = new Sending(portal, forms, claims(), clock);
    return new Syncing(backlog(), claims(), sending, portal, clock);
  }
}
