package dev.hoso.notifications;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to a dossier and that its applicant wants to know. */
public sealed interface Fact {
  /** What it is called: the key of its messages, so the same fact always has the same name. */
  String name();

  /** The folder of its texts. */
  String template();

  /** The dossier was taken in. */
  record DossierReceived() implements Fact {
    @Override
    public String name() {
      return "received";
    }

    @Override
    public String template() {
      return "dossier-received";
    }
  }

  /**
   * Money arrived.
   *
   * @param key gateway and reference, {@code vnpay/TT1}
   */
  record PaymentConfirmed(
      String key,
      String reference,
      Money amount,
      Instant paidAt,
      @Nullable String transaction,
      String receipt,
      boolean refundDue)
      implements Fact {
    @Override
    public String name() {
      return "payment " + key + " paid";
    }

    @Override
    public String template() {
      return "payment-confirmed";
    }
  }

  /** An attempt to pay did not succeed; it may be followed by one that does. */
  record PaymentFailed(String key, String reference, Money amount) implements Fact {
    @Override
    public String name() {
      return "payment " + key + " failed";
    }

    @Override
    public String template() {
      return "payment-failed";
    }
  }

  /**
   * Money went back.
   *
   * @param key gateway and reference, {@code vnpay/TT1}
   * @param amount what went back this time
   * @param total all that went back so far; the name has it, so each part is told once
   * @param whole whether nothing is left
   */
  record PaymentRefunded(
      String key,
      String reference,
      Money amount,
      Money total,
      boolean whole,
      @Nullable Instant refundedAt,
      String receipt)
      implements Fact {
    @Override
    public String name() {
      return "payment " + key + " refunded " + total.amount();
    }

    @Override
    public String template() {
      return "payment-refunded";
    }
  }

  /** The dossier was not taken in. */
  record Refused(long version, @Nullable String reason) implements Fact {
    @Override
    public String name() {
      return statusName(DossierStatus.REFUSED, version);
    }

    @Override
    public String template() {
      return "refused";
    }
  }

  /** Papers are missing; the clock stands until they come. */
  record SupplementAsked(long version, @Nullable String reason) implements Fact {
    @Override
    public String name() {
      return statusName(DossierStatus.SUPPLEMENT_ASKED, version);
    }

    @Override
    public String template() {
      return "supplement-asked";
    }
  }

  /**
   * A fee must be paid before work goes on.
   *
   * @param amount null where no payment was asked for yet
   * @param payBefore when the request to pay ends; null where it does not
   */
  record FeeDue(long version, @Nullable Money amount, @Nullable Instant payBefore) implements Fact {
    @Override
    public String name() {
      return statusName(DossierStatus.FEE_DUE, version);
    }

    @Override
    public String template() {
      return "fee-due";
    }
  }

  /** The applicant took the dossier back. */
  record Withdrawn(long version) implements Fact {
    @Override
    public String name() {
      return statusName(DossierStatus.WITHDRAWN, version);
    }

    @Override
    public String template() {
      return "withdrawn";
    }
  }

  /** The unit ended its work on the dossier without a result. */
  record Stopped(long version, @Nullable String reason) implements Fact {
    @Override
    public String name() {
      return statusName(DossierStatus.STOPPED, version);
    }

    @Override
    public String template() {
      return "stopped";
    }
  }

  /** The result is there. */
  record Done(long version) implements Fact {
    @Override
    public String name() {
      return statusName(DossierStatus.DONE, version);
    }

    @Override
    public String template() {
      return "done";
    }
  }

  /**
   * An electronic result can be fetched.
   *
   * @param number the whole number
   * @param replaces the number of the one that is no longer valid by it
   */
  record ResultIssued(String number, @Nullable String replaces, @Nullable Instant issuedAt)
      implements Fact {
    @Override
    public String name() {
      return "result " + number + " issued";
    }

    @Override
    public String template() {
      return "result-issued";
    }
  }

  /** An electronic result that was issued counts no more. */
  record ResultRevoked(String number, @Nullable String reason, @Nullable Instant revokedAt)
      implements Fact {
    @Override
    public String name() {
      return "result " + number + " revoked";
    }

    @Override
    public String template() {
      return "result-revoked";
    }
  }

  /**
   * A fee is still not paid.
   *
   * @param name of this reminder
   * @param since when the fee was asked for
   * @param amount null where no payment was asked for
   */
  record FeeReminder(String name, Instant since, @Nullable Money amount) implements Fact {
    @Override
    public String template() {
      return "fee-reminder";
    }
  }

  /**
   * Papers are still missing.
   *
   * @param name of this reminder
   * @param since when they were asked for
   */
  record SupplementReminder(String name, Instant since, @Nullable String reason) implements Fact {
    @Override
    public String template() {
      return "supplement-reminder";
    }
  }

  /**
   * One text that many are told. No change of a dossier brings it: somebody asked for it.
   *
   * @param name of the announcement and the contact
   * @param dossier the code of the dossier that it is about; null where it is about none
   * @param subject of an e-mail; null for one that every announcement has
   */
  record Announcement(String name, @Nullable String dossier, String text, @Nullable String subject)
      implements Fact {
    @Override
    public String template() {
      return "announcement";
    }
  }

  /**
   * A code that opens the dossier's page to whoever reads it. No change of a dossier brings it: its
   * reader asked for it.
   *
   * @param name of this one alone, as each is a message of its own
   * @param minutes that it is valid
   */
  record OneTimeCode(String name, String digits, long minutes) implements Fact {
    @Override
    public String template() {
      return "one-time-code";
    }

    /** As it is written down: whoever reads the messages must not be able to use it. */
    public OneTimeCode masked() {
      // Asterisks, as dots are no characters of an SMS without diacritics.
      return new OneTimeCode(name, "*".repeat(digits.length()), minutes);
    }

    /** Without the code: a record's text ends up in logs. */
    @Override
    public String toString() {
      return "OneTimeCode[" + name + "]";
    }
  }

  /** A dossier can come into a status again; the version tells one time from the other. */
  private static String statusName(DossierStatus status, long version) {
    return "status " + status.code() + " at " + version;
  }
}
