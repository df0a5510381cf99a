package dev.hoso.payments;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import dev.hoso.payments.gateways.PayosAnswer;
import dev.hoso.payments.gateways.VnpayAnswer;
import java.util.Map;

/**
 * A gateway whose webhook never came, and what it answers when it is asked. It is the same gateway
 * that {@link Sender} speaks for, of the same payment: its webhook may come after all.
 */
enum LostWebhook {
  VNPAY(Sender.VNPAY, Map.of()) {
    @Override
    MappingBuilder open(Sender.Deal deal) {
      return vnpay(deal, "01");
    }

    @Override
    MappingBuilder paid(Sender.Deal deal) {
      return vnpay(deal, "00");
    }

    private MappingBuilder vnpay(Sender.Deal deal, String status) {
      String answer =
          VnpayAnswer.toQuery("DEMOTTHC", deal.reference())
              .with("TransactionStatus", status)
              .signed("vnpay-secret");
      return post(urlEqualTo("/merchant_webapi/api/transaction")).willReturn(okJson(answer));
    }
  },

  MOMO(Sender.MOMO, Map.of()) {
    @Override
    MappingBuilder open(Sender.Deal deal) {
      return momo(deal, "1000");
    }

    @Override
    MappingBuilder paid(Sender.Deal deal) {
      return momo(deal, "0");
    }

    private MappingBuilder momo(Sender.Deal deal, String code) {
      String answer =
          """
          {"partnerCode":"MOMOTEST","orderId":"%s","requestId":"R","amount":50000,"transId":%s,\
          "payType":"qr","resultCode":%s,"refundTrans":[],"responseTime":1795418400000}"""
              .formatted(deal.reference(), deal.transaction(), code);
      return post(urlEqualTo("/v2/gateway/api/query")).willReturn(okJson(answer));
    }
  },

  ZALOPAY(Sender.ZALOPAY, Map.of("KEY1", "zalopay-key1")) {
    @Override
    MappingBuilder open(Sender.Deal deal) {
      return zalopay("{\"return_code\":3,\"sub_return_code\":0,\"is_processing\":false}");
    }

    @Override
    MappingBuilder paid(Sender.Deal deal) {
      return zalopay(
          """
          {"return_code":1,"sub_return_code":1,"amount":50000,"zp_trans_id":%s,\
          "server_time":1795418400000}"""
              .formatted(deal.transaction()));
    }

    private MappingBuilder zalopay(String answer) {
      return post(urlEqualTo("/v2/query")).willReturn(okJson(answer));
    }
  },

  PAYOS(Sender.PAYOS, Map.of("CLIENT_ID", "client", "API_KEY", "api")) {
    @Override
    MappingBuilder open(Sender.Deal deal) {
      return payos(deal, PayosAnswer.known(deal.reference()));
    }

    @Override
    MappingBuilder paid(Sender.Deal deal) {
      String transfer = PayosAnswer.transfer(deal.transaction(), 50_000, "2026-11-23 14:20:00");
      return payos(deal, PayosAnswer.known(deal.reference()).stands("PAID", 50_000, transfer));
    }

    private MappingBuilder payos(Sender.Deal deal, PayosAnswer answer) {
      return get(urlEqualTo("/v2/payment-requests/" + deal.reference()))
          .willReturn(okJson(answer.signed("payos-key")));
    }
  },

  STRIPE(Sender.STRIPE, Map.of("SECRET_KEY", "sk_test_1")) {
    @Override
    Map<String, String> gatewayIds() {
      return Map.of("session", "cs_1");
    }

    @Override
    MappingBuilder open(Sender.Deal deal) {
      return stripe(deal, "open", "unpaid", "null");
    }

    @Override
    MappingBuilder paid(Sender.Deal deal) {
      String charge = "{\"id\":\"ch_1\",\"created\":1795418400,\"amount_refunded\":0}";
      String intent = "{\"id\":\"%s\",\"latest_charge\":%s}".formatted(deal.transaction(), charge);
      return stripe(deal, "complete", "paid", intent);
    }

    private MappingBuilder stripe(Sender.Deal deal, String status, String paid, String intent) {
      String answer =
          """
          {"id":"cs_1","object":"checkout.session","amount_total":50000,"currency":"vnd",\
          "client_reference_id":"%s","status":"%s","payment_status":"%s","payment_intent":%s}"""
              .formatted(deal.reference(), status, paid, intent);
      return get(urlPathEqualTo("/v1/checkout/sessions/cs_1")).willReturn(okJson(answer));
    }
  },

  GOVUKPAY(Sender.GOVUKPAY, Map.of("API_KEY", "api_test_1")) {
    @Override
    Map<String, String> gatewayIds() {
      return Map.of("payment", "14812201");
    }

    @Override
    MappingBuilder open(Sender.Deal deal) {
      return govukpay(deal, "started", "");
    }

    @Override
    MappingBuilder paid(Sender.Deal deal) {
      return govukpay(
          deal,
          "success",
          """
          "capture_submit_time":"2026-11-23T07:20:00.000Z","captured_date":"2026-11-23\"""");
    }

    private MappingBuilder govukpay(Sender.Deal deal, String status, String settlement) {
      String answer =
          """
          {"amount":50000,"reference":"%s","payment_id":"%s","state":{"status":"%s"},\
          "refund_summary":{"amount_submitted":0},"settlement_summary":{%s}}"""
              .formatted(deal.reference(), deal.transaction(), status, settlement);
      return get(urlEqualTo("/v1/payments/14812201")).willReturn(okJson(answer));
    }
  };

  private final Sender sender;
  private final Map<String, String> toAsk;

  /**
   * A gateway.
   *
   * @param toAsk the settings that only asking needs: {@code KEY1}
   */
  LostWebhook(Sender sender, Map<String, String> toAsk) {
    this.sender = sender;
    this.toAsk = toAsk;
  }

  /** Who would have sent it. */
  Sender sender() {
    return sender;
  }

  Map<String, String> toAsk() {
    return toAsk;
  }

  /** The gateway's own names for the payment, from when it was asked for. */
  Map<String, String> gatewayIds() {
    return Map.of();
  }

  /** What it answers while nothing was paid. */
  abstract MappingBuilder open(Sender.Deal deal);

  /** What it answers once it was paid, on 23 November 2026 at 14:20. */
  abstract MappingBuilder paid(Sender.Deal deal);
}
