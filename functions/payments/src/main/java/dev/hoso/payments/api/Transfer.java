package dev.hoso.payments.api;

import dev.hoso.payments.Payment;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person types who transfers the money by hand.
 *
 * @param bank its name, or its number at NAPAS; null where neither is set up
 * @param accountName whose account it is, as a banking application shows it
 * @param content what the transfer has to say, and nothing else
 */
@Serdeable
@Schema(name = "BankTransfer")
public record Transfer(
    @Nullable String bank, String accountNumber, @Nullable String accountName, String content) {

  /** Null where the payment is no bank transfer. */
  static @Nullable Transfer of(Payment payment) {
    Map<String, String> parts = payment.transfer();
    String number = parts.get("accountNumber");
    String content = parts.get("content");
    return number == null || content == null
        ? null
        : new Transfer(parts.get("bank"), number, parts.get("accountName"), content);
  }
}
