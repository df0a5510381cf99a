package dev.hoso.citizen.rating;

import dev.hoso.core.RatingLinks;
import dev.hoso.core.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What the rating's page stands on. */
@Factory
final class RatingBeans {
  @Singleton
  RatingLinks links(Settings settings) {
    return new RatingLinks(settings);
  }
}
