package dev.hoso.indicators.late;

import dev.hoso.core.EmailAddress;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where units are told that they are late, by {@code unit-contacts.csv}: offices' mailboxes, never
 * persons'.
 */
public final class Contacts {
  /**
   * A unit's row.
   *
   * @param email empty for the one that its code and the city's domain make
   * @param role who answers where a dossier names nobody; may be empty
   */
  private record Contact(String email, String role, boolean digest) {}

  private final Map<String, Contact> contacts;
  private final @Nullable String domain;

  private Contacts(Map<String, Contact> contacts, @Nullable String domain) {
    this.contacts = contacts;
    this.domain = domain;
  }

  /**
   * Reads the file, from the folder where it lies there, else Hoso's own.
   *
   * @param domain of the units' mailboxes, {@code <code>@<domain>}; null where only the file's
   *     count
   * @throws BadCityFile when the file breaks a rule
   */
  public static Contacts load(
      @Nullable Path cityFolder, @Nullable String domain, Catalogue catalogue) {
    Map<String, Contact> contacts = new LinkedHashMap<>();
    for (Row row :
        CityFile.read(cityFolder, "unit-contacts.csv", "unit", "email", "role", "digest")) {
      String unit = row.text("unit");
      if (catalogue.unit(unit).isEmpty()) {
        throw row.bad("unit", unit + " is not the code of a unit");
      }
      contacts.put(unit, new Contact(email(row), row.optional("role"), row.yes("digest")));
    }
    return new Contacts(contacts, domain);
  }

  private static String email(Row row) {
    String email = row.optional("email");
    try {
      return email.isEmpty() ? "" : new EmailAddress(email).value();
    } catch (IllegalArgumentException e) {
      throw row.bad("email", "'" + email + "' is no address");
    }
  }

  /** Where a unit is written to; empty where nobody said. */
  public Optional<String> email(String unit) {
    Contact contact = contacts.get(unit);
    if (contact != null && !contact.email().isEmpty()) {
      return Optional.of(contact.email());
    }
    return Optional.ofNullable(domain).map(it -> unit.toLowerCase(Locale.ROOT) + "@" + it);
  }

  /** Who answers at a unit where nobody is named; may be empty. */
  String role(String unit) {
    Contact contact = contacts.get(unit);
    return contact == null ? "" : contact.role();
  }

  /** The units that get the list of all. */
  public List<String> digests() {
    return contacts.entrySet().stream()
        .filter(it -> it.getValue().digest())
        .map(Map.Entry::getKey)
        .toList();
  }
}
