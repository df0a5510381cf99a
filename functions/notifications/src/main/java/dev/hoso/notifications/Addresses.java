package dev.hoso.notifications;

import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * May a phone number or an e-mail address be written to: one item for each that may not, or not
 * about everything. Its key is what stands for the contact ({@link ContactHash}), so a contact that
 * is corrected in a dossier is another one and is written to at once.
 */
public final class Addresses {
  private final Table table;
  private final ContactHash hash;
  private final Duration retention;

  Addresses(Table table, ContactHash hash, Duration retention) {
    this.table = table;
    this.hash = hash;
    this.retention = retention;
  }

  /** With the table and the key that are set. */
  public static Addresses of(Settings settings, DynamoDbClient dynamo) {
    return new Addresses(
        new Table(dynamo, settings.required("HOSO_ADDRESSES_TABLE")),
        new ContactHash(settings),
        Notifications.retention(settings));
  }

  /**
   * What is known of a contact.
   *
   * @param unreachable why nothing is sent there any more; null where it is
   * @param optedOut what its owner does not want to be told
   */
  public record Address(@Nullable String unreachable, Set<Kind> optedOut) {
    static Address of(Item item) {
      return new Address(item.textOrNull("reason"), kinds(item.textOrNull("optedOut")));
    }
  }

  Address of(String contact) {
    return known(hash.of(contact));
  }

  /**
   * What is known of a contact.
   *
   * @param address what stands for it
   */
  public Address known(String address) {
    return Address.of(item(address));
  }

  /** Sends nothing there any more. The first reason stays. */
  void suppress(String contact, Reason reason, Instant now) {
    table.write(
        changed(hash.of(contact), now)
            .setOnce("suppressedAt", now)
            .setOnce("reason", reason.en())
            .setOnce("reasonVi", reason.vi()));
  }

  /**
   * Changes what the owner of a contact does not want to be told.
   *
   * @param address what stands for the contact
   * @param change from what they did not want so far
   */
  public void optOut(String address, UnaryOperator<Set<Kind>> change, Instant now) {
    Item seen = item(address);
    boolean written = false;
    // Ends: who comes too late saw another's change, and people do not click for ever.
    while (!written) {
      String before = seen.textOrNull("optedOut");
      Update update = changed(address, now).set("optedOut", text(change.apply(kinds(before))));
      Outcome outcome =
          table.write(
              before == null ? update.ifAbsent("optedOut") : update.ifEquals("optedOut", before));
      written = outcome.written();
      seen = outcome.item();
    }
  }

  private Update changed(String address, Instant now) {
    return Update.of(Map.of("address", address))
        .set("at", now)
        .set("expires", now.plus(retention).getEpochSecond());
  }

  private Item item(String address) {
    return table.get(Map.of("address", address));
  }

  private static Set<Kind> kinds(@Nullable String text) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (text != null && !text.isEmpty()) {
      Arrays.stream(text.split(" ", -1)).map(Kind::of).forEach(kinds::add);
    }
    return kinds;
  }

  private static String text(Set<Kind> kinds) {
    return kinds.stream().sorted().map(Kind::code).collect(Collectors.joining(" "));
  }
}
