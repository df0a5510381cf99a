package dev.hoso.payments.gateways;

import dev.hoso.payments.Asked;
import dev.hoso.payments.PaymentRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A transfer to the account that SePay watches. Nobody is asked: the QR code is made here, and the
 * reference in the transfer's content brings the payment back.
 *
 * <p>The first of {@code ACCOUNT_NUMBERS} is the one to pay to. Without {@code BANK_BIN} there is
 * no QR code, and the citizen types what the page shows; {@code BANK_NAME} and {@code ACCOUNT_NAME}
 * help them to see that it is right.
 */
final class SepayTransfer implements Asking {
  private final GatewaySettings settings;

  SepayTransfer(GatewaySettings settings) {
    this.settings = settings;
  }

  @Override
  public Asked ask(PayPage page) {
    PaymentRequest request = page.request();
    Account account = settings.account(Sepay.CODE, request.account());
    String number = account.secrets("ACCOUNT_NUMBERS").getFirst();
    require(VietQr::isAccount, number, "ACCOUNT_NUMBERS", request);
    Optional<String> bin = account.optional("BANK_BIN");
    Map<String, String> transfer = new LinkedHashMap<>();
    account.optional("BANK_NAME").or(() -> bin).ifPresent(it -> transfer.put("bank", it));
    transfer.put("accountNumber", number);
    account.optional("ACCOUNT_NAME").ifPresent(it -> transfer.put("accountName", it));
    transfer.put("content", request.reference().value());
    String qr = bin.map(it -> qr(it, number, request)).orElse(null);
    return new Asked.Transfer(page.returnUrl(), qr, transfer);
  }

  private static String qr(String bin, String number, PaymentRequest request) {
    require(VietQr::isBank, bin, "BANK_BIN", request);
    return new VietQr(bin, number, request.amount(), request.reference().value()).text();
  }

  /** A setting that is no such thing sends nobody's money anywhere. */
  private static void require(
      Predicate<String> form, String value, String field, PaymentRequest request) {
    if (!form.test(value)) {
      String account = request.account();
      throw new MissingSetting(Sepay.CODE, account == null ? "" : account, field);
    }
  }
}
