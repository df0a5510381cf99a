package dev.hoso.local.story;

import dev.hoso.local.gateways.Gateways;
import dev.hoso.local.providers.Inbox;
import dev.hoso.local.providers.InboxMessage;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the system is for, in a few lines on the terminal. */
public final class Story {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CHANNELS = 2;
  private static final SampleDossier.Applicant HOA =
      new SampleDossier.Applicant("Nguyễn Thị Hoa", "0912345678", "hoa@example.com", "vi");

  private final OneStop oneStop;
  private final Gateways gateways;
  private final Optional<Inbox> inbox;
  private final InstantSource clock;
  private final Consumer<String> out;

  /**
   * Makes the story.
   *
   * @param inbox none where messages go to a real provider
   */
  public Story(
      OneStop oneStop,
      Gateways gateways,
      Optional<Inbox> inbox,
      InstantSource clock,
      Consumer<String> out) {
    this.oneStop = oneStop;
    this.gateways = gateways;
    this.inbox = inbox;
    this.clock = clock;
    this.out = out;
  }

  /** Tells it, or says where it stopped. */
  public void tell() throws InterruptedException {
    int before = messages().size();
    SampleDossier dossier =
        SampleDossier.now(SampleDossier.PROCEDURE, SampleDossier.UNIT, HOA, clock.instant());
    String path = "/dossiers/" + dossier.code();
    out.accept("");
    out.accept("1. The one-stop officer's system registers the dossier " + dossier.code() + ".");
    if (!fine(oneStop.put(path, dossier.json()))) {
      return;
    }
    out.accept("2. It asks for the fee of 8,000 đồng; the citizen gets a link to pay.");
    OneStop.Said fee =
        oneStop.post(
            path + "/payments", SampleDossier.fee("vnpay", 8000, "Le phi ho so " + dossier.code()));
    if (!fine(fee)) {
      return;
    }
    out.accept("3. The ward sends the result to be sealed; it waits, for the fee is not paid.");
    OneStop.Said result = oneStop.post(path + "/results", dossier.result());
    if (!fine(result)) {
      return;
    }
    out.accept("4. She pays; VNPAY's signed confirmation arrives at our webhook.");
    URI payUrl = URI.create(fee.body().path("payUrl").asText());
    out.accept("   Our answer: " + gateways.payAtVnpay(payUrl));
    out.accept("5. What she received:");
    awaitMoreThan(before, "KQ1").forEach(this::show);
    out.accept("");
    out.accept("Open now: " + oneStop.address() + path + " (the dossier)");
    inbox.ifPresent(any -> out.accept("          " + oneStop.address() + "/local/inbox"));
    out.accept(
        "          " + oneStop.address() + "/lookup/" + dossier.code() + " (as she sees it)");
    out.accept("          " + result.body().path("verifyUrl").asText() + " (is it genuine?)");
    out.accept("          " + oneStop.address() + "/ (the same by clicking)");
    out.accept("");
  }

  private boolean fine(OneStop.Said said) {
    if (!said.well()) {
      out.accept("   That did not work: HTTP " + said.status() + " " + said.body());
    }
    return said.well();
  }

  /**
   * The result is told last, by SMS and by e-mail; without an inbox there is nothing to wait for.
   */
  private List<InboxMessage> awaitMoreThan(int before, String result) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (inbox.isPresent() && System.nanoTime() < end && told(before, result) < CHANNELS) {
      Thread.sleep(200);
    }
    List<InboxMessage> messages = messages();
    return messages.subList(before, messages.size());
  }

  private long told(int before, String result) {
    return messages().stream().skip(before).filter(it -> it.text().contains(result)).count();
  }

  private List<InboxMessage> messages() {
    return inbox.map(Inbox::messages).orElse(List.of());
  }

  private void show(InboxMessage message) {
    out.accept("   [" + message.channel() + "] " + message.subject().orElse(""));
    message.text().lines().forEach(line -> out.accept("      " + line));
  }
}
