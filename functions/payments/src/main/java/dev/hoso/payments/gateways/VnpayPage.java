package dev.hoso.payments.gateways;

import dev.hoso.core.Diacritics;
import dev.hoso.core.Language;
import dev.hoso.core.Time;
import dev.hoso.payments.Asked;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;

/**
 * VNPAY's payment page, whose address is made here and signed
 * (https://sandbox.vnpayment.vn/apis/docs/thanh-toan-pay/pay.html).
 */
final class VnpayPage implements Asking {
  private static final int LONGEST_ORDER_INFO = 255;

  private final GatewaySettings settings;

  VnpayPage(GatewaySettings settings) {
    this.settings = settings;
  }

  @Override
  public Asked ask(PayPage page) {
    Account account = settings.account(Vnpay.CODE, page.request().account());
    Map<String, String> parameters = parameters(page);
    parameters.put("vnp_TmnCode", account.required("TMN_CODE"));
    String query = VnpayQuery.encoded(parameters);
    String signature = Hmac.SHA512.hex(account.secrets("HASH_SECRET").getFirst(), query);
    String address = account.required("BASE_URL") + "/vpcpay.html";
    return new Asked.Address(address + "?" + query + "&" + VnpayQuery.SIGNATURE + "=" + signature);
  }

  private static Map<String, String> parameters(PayPage page) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("vnp_Version", "2.1.0");
    parameters.put("vnp_Command", "pay");
    parameters.put("vnp_Amount", Long.toString(page.request().amount() * Vnpay.HUNDREDTHS));
    parameters.put("vnp_CreateDate", Vnpay.TIME.format(Time.vietnam(page.request().createdAt())));
    parameters.put("vnp_ExpireDate", Vnpay.TIME.format(Time.vietnam(page.request().expiresAt())));
    parameters.put("vnp_CurrCode", "VND");
    parameters.put("vnp_IpAddr", page.ipAddress());
    parameters.put("vnp_Locale", page.language() == Language.EN ? "en" : "vn");
    parameters.put("vnp_OrderInfo", orderInfo(page));
    // The kind of goods; VNPAY's list has none for public fees, its samples say "other".
    parameters.put("vnp_OrderType", "other");
    parameters.put("vnp_ReturnUrl", page.returnUrl());
    parameters.put("vnp_TxnRef", page.request().reference().value());
    return parameters;
  }

  /** Vietnamese without diacritics and without special characters, as VNPAY wants it. */
  private static String orderInfo(PayPage page) {
    String plain =
        Diacritics.without(page.request().description(), Normalizer.Form.NFD)
            .replaceAll("[^A-Za-z0-9 .:-]+", " ")
            .replaceAll(" +", " ")
            .strip();
    String fitting = plain.substring(0, Math.min(plain.length(), LONGEST_ORDER_INFO));
    return fitting.isEmpty() ? page.request().reference().value() : fitting;
  }
}
