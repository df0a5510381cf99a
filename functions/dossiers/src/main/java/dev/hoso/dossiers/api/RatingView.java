package dev.hoso.dossiers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Time;
import dev.hoso.dossiers.Rating;
import dev.hoso.dossiers.Rating.About;
import dev.hoso.dossiers.Rating.Moderation;
import dev.hoso.dossiers.Ratings;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rating with its words, for who decides whether others may read them.
 *
 * @param rating from 1, very dissatisfied, to 5, very satisfied
 * @param about what mattered most: time, staff, papers, guidance, online, other
 * @param text as the applicant wrote it, in one line
 * @param state waiting, approved or rejected
 * @param moderatedBy the position of who decided
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Rating")
record RatingView(
    String dossier,
    String unit,
    String procedure,
    int rating,
    @Nullable String about,
    @Nullable String text,
    @Schema(format = "date-time") String ratedAt,
    @Schema(
            type = "string",
            allowableValues = {"waiting", "approved", "rejected"})
        String state,
    @Nullable String moderatedBy,
    @Nullable @Schema(format = "date-time") String moderatedAt) {
  static RatingView of(Ratings.Found found) {
    Rating rating = found.rating();
    About about = rating.about();
    Moderation moderation = Objects.requireNonNull(rating.moderation());
    return new RatingView(
        found.dossier(),
        found.unit(),
        found.procedure(),
        rating.value(),
        about == null ? null : about.code(),
        rating.text(),
        Time.text(rating.at()),
        moderation.state().code(),
        moderation.by(),
        Time.textOrNull(moderation.at()));
  }
}
