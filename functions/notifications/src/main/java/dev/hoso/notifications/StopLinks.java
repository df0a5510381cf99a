package dev.hoso.notifications;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The address of the page where a message's reader says what they do not want to be told, without
 * logging in: it is signed, and names the contact by what stands for it.
 */
public final class StopLinks {
  private final ContactHash hash;
  private final Manners manners;
  private final CitizenPages pages;

  StopLinks(ContactHash hash, Manners manners, CitizenPages pages) {
    this.hash = hash;
    this.manners = manners;
    this.pages = pages;
  }

  /** With the key, the pages and the manners that are set. */
  public static StopLinks of(Settings settings) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    return new StopLinks(new ContactHash(settings), Manners.load(city), CitizenPages.of(settings));
  }

  /** The page for a message's reader; empty where the message is not to be opted out of. */
  public Optional<String> of(Message message) {
    Manners.Manner manner = manners.of(message.template());
    return manner.necessary()
        ? Optional.empty()
        : Optional.of(
            pages.stop(hash.token(message.to()), manner.kind().code(), message.language()));
  }

  /** What stands for the contact that the page's address names; empty where it is none of ours. */
  public Optional<String> opened(String token) {
    return hash.opened(token);
  }
}
