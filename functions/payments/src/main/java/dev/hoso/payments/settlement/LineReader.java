package dev.hoso.payments.settlement;

import dev.hoso.core.Invalid;
import dev.hoso.core.Money;
import dev.hoso.core.csv.Column;
import dev.hoso.core.csv.TimeForm;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.gateways.TransferCodes;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line's fields by a mapping.
 *
 * @param untold when a payment was paid whose line has no time
 */
record LineReader(Mapping mapping, Instant untold) {
  private static final int LONGEST_NAME = 64;

  Entry read(int number, Map<String, Integer> header, List<String> fields) {
    try {
      return new Reading(header, fields).entry(number);
    } catch (Invalid bad) {
      return Entry.Unreadable.of(number, bad);
    }
  }

  private final class Reading {
    private final Map<String, Integer> header;
    private final List<String> fields;

    Reading(Map<String, Integer> header, List<String> fields) {
      this.header = header;
      this.fields = fields;
    }

    Entry entry(int number) {
      String word = Column.compared(text(mapping.kind()));
      boolean payment = mapping.words().payment().contains(word);
      boolean refund = mapping.words().refund().contains(word);
      if (mapping.kind().told() && !payment && !refund) {
        if (mapping.words().ignores(word)) {
          return new Entry.Ignored(number);
        }
        throw new Invalid(
            mapping.kind().name(), "says neither payment nor refund nor what to ignore");
      }
      return line(number, refund, payment);
    }

    private Line line(int number, boolean refund, boolean payment) {
      String currency = currency(mapping.currency());
      long amount = mapping.amountForm().parse(mapping.amount().name(), amount(), currency);
      if (amount == 0 || (payment && !refund && amount < 0)) {
        throw new Invalid(mapping.amount().name(), "is not above 0");
      }
      boolean back = mapping.kind().told() ? refund : amount < 0;
      if (Math.abs(amount) > Money.MOST) {
        throw new Invalid(mapping.amount().name(), "is more than any fee");
      }
      return new Line(
          number,
          back,
          reference().orElse(null),
          new Money(Math.abs(amount), currency),
          transaction(back ? mapping.refundTransaction() : mapping.transaction()),
          time(),
          fee(currency));
    }

    private String text(Column column) {
      return column.read(header, fields);
    }

    private String amount() {
      String text = text(mapping.amount());
      if (text.isEmpty()) {
        throw new Invalid(mapping.amount().name(), "is empty");
      }
      return text;
    }

    private Optional<PaymentReference> reference() {
      String text = text(mapping.reference());
      return mapping.inside() ? TransferCodes.find(null, text) : PaymentReference.of(text);
    }

    private String currency(Column column) {
      String code = text(column).toUpperCase(Locale.ROOT);
      try {
        return Currency.getInstance(code).getCurrencyCode();
      } catch (IllegalArgumentException e) {
        throw new Invalid(column.name(), "is no currency of ISO 4217");
      }
    }

    private @Nullable String transaction(Column column) {
      String text = text(column);
      if (text.length() > LONGEST_NAME) {
        throw new Invalid(column.name(), "is longer than " + LONGEST_NAME + " characters");
      }
      return text.isEmpty() ? null : text;
    }

    private Instant time() {
      TimeForm form = mapping.timeForm();
      return form == null ? untold : form.parse(mapping.time().name(), text(mapping.time()));
    }

    private @Nullable Money fee(String ofThePayment) {
      String text = text(mapping.fee());
      if (text.isEmpty()) {
        return null;
      }
      String currency =
          mapping.feeCurrency().told() ? currency(mapping.feeCurrency()) : ofThePayment;
      long fee = mapping.amountForm().parse(mapping.fee().name(), text, currency);
      return new Money(Math.abs(fee), currency);
    }
  }
}
