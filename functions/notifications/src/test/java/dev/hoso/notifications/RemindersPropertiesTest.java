package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.lambda.Change;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever happens in whatever order, nobody is reminded of what is done. */
class RemindersPropertiesTest {
  private static final CityForTests CITY = new CityForTests();
  private static final AtomicInteger NUMBER = new AtomicInteger(1000);

  /** What can happen to a dossier, to its stream, and to time. */
  enum Step {
    ASK_FOR_FEE,
    ASK_FOR_PAPERS,
    PAY,
    CANCEL_THE_FEE,
    GO_ON,
    STREAM_BRINGS_ONE,
    STREAM_REPEATS,
    A_DAY_PASSES,
    THREE_DAYS_PASS,
    PROVIDER_FAILS,
    PROVIDER_WORKS
  }

  @AfterContainer
  static void close() {
    CITY.close();
  }

  @Property(tries = 15)
  void noReminderIsSentAfterItsEnd(@ForAll @Size(min = 5, max = 25) List<Step> steps) {
    Story story = new Story();
    steps.forEach(story::step);
    story.step(Step.PROVIDER_WORKS);
    story.step(Step.THREE_DAYS_PASS);
  }

  /** One dossier's. */
  private static final class Story {
    private final String code = "H26.15-261123-" + NUMBER.incrementAndGet();
    private final Deque<Change> stream = new ArrayDeque<>();
    private Change last;
    private long version = 1;
    private int status = 4;
    private String payment = "pending";
    private DossierForTests now = dossier();

    Story() {
      CITY.written(now);
    }

    void step(Step step) {
      switch (step) {
        case ASK_FOR_FEE -> becomes(6, "pending");
        case ASK_FOR_PAPERS -> becomes(5, payment);
        case PAY -> becomes(status == 6 ? 4 : status, "paid");
        case CANCEL_THE_FEE -> becomes(status, "cancelled");
        case GO_ON -> becomes(4, payment);
        case STREAM_BRINGS_ONE -> brings(stream.poll());
        case STREAM_REPEATS -> brings(last);
        case A_DAY_PASSES -> passes(1);
        case THREE_DAYS_PASS -> passes(3);
        case PROVIDER_FAILS -> CITY.providers.sns = form -> ProvidersForTests.Answer.THROTTLED;
        case PROVIDER_WORKS -> CITY.providers.sns = form -> ProvidersForTests.Answer.TAKEN;
      }
    }

    private void becomes(int newStatus, String newPayment) {
      DossierForTests before = now;
      version += newStatus == status ? 0 : 1;
      status = newStatus;
      payment = newPayment;
      now = dossier();
      CITY.written(now);
      stream.add(new Change(before.item(), now.item()));
    }

    private void brings(Change change) {
      if (change != null) {
        last = change;
        CITY.changed(change);
      }
    }

    private void passes(int days) {
      for (int part = 0; part < 4 * days; part++) {
        CITY.clock.advance(Duration.ofHours(6));
        int before = CITY.providers.sms.size();
        CITY.minute();
        CITY.providers.sms.subList(before, CITY.providers.sms.size()).stream()
            .map(form -> form.get("Message"))
            .filter(text -> text.contains(code))
            .forEach(this::check);
      }
    }

    private void check(String text) {
      if (text.contains("chua nop")) {
        assertThat(status).isEqualTo(6);
        assertThat(payment).isEqualTo("pending");
      }
      if (text.contains("chua duoc bo sung")) {
        assertThat(status).isEqualTo(5);
      }
    }

    private DossierForTests dossier() {
      return DossierForTests.dossier(code)
          .without("email")
          .status(status, version)
          .payment("TT1", payment);
    }
  }
}
