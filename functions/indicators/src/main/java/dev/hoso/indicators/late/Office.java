package dev.hoso.indicators.late;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Settings;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.core.dynamo.Table;
import dev.hoso.indicators.Indicators;
import dev.hoso.indicators.OpenDossiers;
import dev.hoso.indicators.objectives.LateObjectives;
import dev.hoso.indicators.objectives.Measuring;
import dev.hoso.indicators.objectives.Objectives;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What both handlers stand on: who can be late with what, and how offices are told. */
record Office(
    Catalogue catalogue,
    WorkingCalendar calendar,
    Contacts contacts,
    List<Lateness> sources,
    Lists lists,
    Letters letters,
    Mailer mailer) {
  static Office of(Settings settings, DynamoDbClient dynamo) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    Catalogue catalogue = Catalogue.load(city);
    WorkingCalendar calendar = WorkingCalendar.load(city);
    Table indicators = new Table(dynamo, settings.required("HOSO_INDICATORS_TABLE"));
    return new Office(
        catalogue,
        calendar,
        Contacts.load(city, settings.optional("HOSO_UNIT_EMAIL_DOMAIN").orElse(null), catalogue),
        List.of(
            new OverdueDossiers(new OpenDossiers(indicators), calendar),
            new LateObjectives(
                new Objectives(indicators), new Measuring(new Indicators(indicators), calendar))),
        new Lists(indicators),
        new Letters(catalogue, CitizenPages.of(settings).address()),
        new Mailer(settings));
  }

  /** What all sources find of all units; where nobody is named, the unit's own role answers. */
  List<Late> all(BiFunction<Lateness, String, List<Late>> question) {
    List<Late> all = new ArrayList<>();
    for (Unit unit : catalogue.units()) {
      for (Lateness source : sources) {
        question.apply(source, unit.code()).forEach(late -> all.add(answered(late)));
      }
    }
    return all;
  }

  private Late answered(Late late) {
    return late.role() == null
        ? new Late(late.unit(), late.what(), contacts.role(late.unit()), late.due(), late.days())
        : late;
  }

  /** The third working day after this one. */
  LocalDate ahead(LocalDate day) {
    return calendar.deadline(day, 3, List.of()).orElseThrow().day();
  }

  Telling telling(InstantSource clock) {
    return new Telling(lists, mailer, contacts, clock);
  }
}
