package dev.hoso.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A gateway as its documents say, with the signing done by code of its own: what it would send of a
 * payment of 50,000 under a reference that it can carry.
 */
enum Sender {
  VNPAY("VND", "TT%d", Map.of("TMN_CODE", "DEMOTTHC", "HASH_SECRET", "vnpay-secret")) {
    @Override
    Door.Call paid(Deal deal) {
      return told(deal, "00", "00");
    }

    @Override
    List<Door.Call> before(Deal deal) {
      return List.of(told(deal, "07", "07"), told(deal, "24", "02"));
    }

    private Door.Call told(Deal deal, String response, String status) {
      Map<String, String> parameters = new TreeMap<>();
      parameters.put("vnp_Amount", deal.amount() + "00");
      parameters.put("vnp_BankCode", "NCB");
      parameters.put("vnp_PayDate", "20261123143005");
      parameters.put("vnp_ResponseCode", response);
      parameters.put("vnp_TmnCode", "DEMOTTHC");
      parameters.put("vnp_TransactionNo", deal.transaction());
      parameters.put("vnp_TransactionStatus", status);
      parameters.put("vnp_TxnRef", deal.reference());
      String query = Ipn.encoded(parameters);
      String hash = Ipn.signature("vnpay-secret", query);
      return new Door.Call("GET", code(), query + "&vnp_SecureHash=" + hash, Map.of(), null, false);
    }
  },

  MOMO(
      "VND",
      "HS-%d",
      Map.of("PARTNER_CODE", "MOMOTEST", "ACCESS_KEY", "access", "SECRET_KEY", "momo-secret")) {
    @Override
    Door.Call paid(Deal deal) {
      return signed(fields(deal, "0"));
    }

    @Override
    List<Door.Call> before(Deal deal) {
      return List.of(
          signed(fields(deal, "7000")), signed(fields(deal, "9000")), signed(fields(deal, "1006")));
    }

    private Map<String, String> fields(Deal deal, String result) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("partnerCode", quoted("MOMOTEST"));
      fields.put("orderId", quoted(deal.reference()));
      fields.put("requestId", quoted("RQ"));
      fields.put("amount", deal.amount());
      fields.put("orderInfo", quoted("Lệ phí & <hồ sơ>"));
      fields.put("orderType", quoted("momo_wallet"));
      fields.put("transId", deal.transaction());
      fields.put("resultCode", result);
      fields.put("message", quoted("Thành công."));
      fields.put("payType", quoted("qr"));
      fields.put("responseTime", "1795419005123");
      fields.put("extraData", quoted(""));
      return fields;
    }

    private Door.Call signed(Map<String, String> fields) {
      String text = "accessKey=access&" + joined(new TreeMap<>(fields), "&", true);
      fields.put("signature", quoted(hex("momo-secret", text)));
      return post(Map.of(), object(fields));
    }
  },

  ZALOPAY("VND", "261123_HS%d", Map.of("APP_ID", "2554", "KEY2", "zalopay-key2")) {
    @Override
    Door.Call paid(Deal deal) {
      Map<String, String> data = new LinkedHashMap<>();
      data.put("app_id", "2554");
      data.put("app_trans_id", quoted(deal.reference()));
      data.put("amount", deal.amount());
      data.put("zp_trans_id", deal.transaction());
      data.put("server_time", "1795419005123");
      data.put("merchant_user_id", quoted("payer"));
      return of(object(data));
    }

    /** ZaloPay tells of success alone. */
    @Override
    List<Door.Call> before(Deal deal) {
      return List.of();
    }

    private Door.Call of(String data) {
      Map<String, String> body = new LinkedHashMap<>();
      body.put("data", quoted(data));
      body.put("mac", quoted(hex("zalopay-key2", data)));
      body.put("type", "1");
      return post(Map.of(), object(body));
    }
  },

  PAYOS("VND", "%d", Map.of("CHECKSUM_KEY", "payos-key")) {
    @Override
    Door.Call paid(Deal deal) {
      return told(deal, "00");
    }

    @Override
    List<Door.Call> before(Deal deal) {
      return List.of(told(deal, "01"));
    }

    private Door.Call told(Deal deal, String code) {
      Map<String, String> data = new LinkedHashMap<>();
      data.put("orderCode", deal.reference());
      data.put("amount", deal.amount());
      data.put("description", quoted("CSHS Lệ phí"));
      data.put("reference", quoted(deal.transaction()));
      data.put("transactionDateTime", quoted("2026-11-23 14:30:05"));
      data.put("currency", quoted(deal.currency()));
      data.put("counterAccountName", quoted("NGUYEN VAN A"));
      data.put("code", quoted(code));
      String signature = hex("payos-key", joined(new TreeMap<>(data), "&", true));
      return post(
          Map.of(),
          object(
              new LinkedHashMap<>(Map.of("data", object(data), "signature", quoted(signature)))));
    }
  },

  SEPAY("VND", "HS%010d", Map.of("SECRET", "sepay-secret", "ACCOUNT_NUMBERS", "0123499999")) {
    @Override
    Door.Call paid(Deal deal) {
      Map<String, String> body = new LinkedHashMap<>();
      body.put("id", deal.transaction());
      body.put("gateway", quoted("Vietcombank"));
      body.put("transactionDate", quoted("2026-11-23 14:30:05"));
      body.put("accountNumber", quoted("0123499999"));
      body.put("code", "null");
      body.put("content", quoted("NGUYEN VAN A chuyen " + deal.reference() + " le phi"));
      body.put("transferType", quoted("in"));
      body.put("transferAmount", deal.amount());
      return raw(object(body));
    }

    @Override
    List<Door.Call> before(Deal deal) {
      return List.of();
    }

    @Override
    Door.Call raw(String body) {
      return post(
          Map.of(
              "x-sepay-timestamp",
              NOW,
              "x-sepay-signature",
              "sha256=" + hex("sepay-secret", NOW + "." + body)),
          body);
    }
  },

  STRIPE("VND", "H26.15-261123-%d", Map.of("ENDPOINT_SECRET", "whsec_stripe")) {
    @Override
    Door.Call paid(Deal deal) {
      return session(deal, "checkout.session.completed", "paid");
    }

    @Override
    List<Door.Call> before(Deal deal) {
      return List.of(
          session(deal, "checkout.session.completed", "unpaid"),
          intent(deal, "payment_intent.processing", "processing"),
          intent(deal, "payment_intent.payment_failed", "requires_payment_method"),
          event("payment_intent.created", "{}"));
    }

    @Override
    List<Door.Call> again(Deal deal) {
      return List.of(intent(deal, "payment_intent.succeeded", "succeeded"));
    }

    @Override
    List<Door.Call> refunds(Deal deal, long part) {
      return List.of(refunded(deal, Long.toString(part)), refunded(deal, deal.amount()));
    }

    private Door.Call refunded(Deal deal, String refunded) {
      return event(
          "charge.refunded",
          """
          {"id":"ch_1","object":"charge","amount":%s,"amount_refunded":%s,"currency":"%s",\
          "payment_intent":"%s","metadata":{"reference":"%s"},"billing_details":{"name":"A"}}"""
              .formatted(
                  deal.amount(),
                  refunded,
                  deal.currency().toLowerCase(Locale.ROOT),
                  deal.transaction(),
                  deal.reference()));
    }

    private Door.Call session(Deal deal, String type, String status) {
      return event(
          type,
          """
          {"id":"cs_1","amount_total":%s,"currency":"%s","client_reference_id":"%s",\
          "payment_status":"%s","payment_intent":"%s","customer_email":"a@example.com"}"""
              .formatted(
                  deal.amount(),
                  deal.currency().toLowerCase(Locale.ROOT),
                  deal.reference(),
                  status,
                  deal.transaction()));
    }

    private Door.Call intent(Deal deal, String type, String status) {
      return event(
          type,
          """
          {"id":"%s","amount":%s,"amount_received":%s,"currency":"%s","status":"%s",\
          "metadata":{"reference":"%s"}}"""
              .formatted(
                  deal.transaction(),
                  deal.amount(),
                  deal.amount(),
                  deal.currency().toLowerCase(Locale.ROOT),
                  status,
                  deal.reference()));
    }

    private Door.Call event(String type, String object) {
      return raw(
          """
          {"id":"evt_1","created":1795419002,"type":"%s","data":{"object":%s}}"""
              .formatted(type, object));
    }

    @Override
    Door.Call raw(String body) {
      String signature = "t=" + NOW + ",v1=" + hex("whsec_stripe", NOW + "." + body);
      return post(Map.of("stripe-signature", signature), body);
    }
  },

  GOVUKPAY("GBP", "EMB-%d", Map.of("SIGNING_SECRET", "govuk-secret")) {
    @Override
    Door.Call paid(Deal deal) {
      return event(deal, "card_payment_captured", "success", "0");
    }

    @Override
    List<Door.Call> before(Deal deal) {
      return List.of(
          event(deal, "card_payment_started", "created", "0"),
          event(deal, "card_payment_succeeded", "capturable", "0"));
    }

    @Override
    List<Door.Call> again(Deal deal) {
      return List.of(event(deal, "card_payment_settled", "success", "0"));
    }

    @Override
    List<Door.Call> refunds(Deal deal, long part) {
      return List.of(
          event(deal, "card_payment_refunded", "success", Long.toString(part)),
          event(deal, "card_payment_refunded", "success", deal.amount()));
    }

    private Door.Call event(Deal deal, String type, String state, String refunded) {
      return raw(
          """
          {"webhook_message_id":"wm_1","created_date":"2026-11-23T07:30:05.988Z",\
          "event_type":"%s","resource":{"amount":%s,"reference":"%s","payment_id":"%s",\
          "email":"a@example.com","state":{"status":"%s"},\
          "refund_summary":{"amount_submitted":%s}}}"""
              .formatted(
                  type, deal.amount(), deal.reference(), deal.transaction(), state, refunded));
    }

    @Override
    Door.Call raw(String body) {
      return post(Map.of("pay-signature", hex("govuk-secret", body)), body);
    }
  },

  STANDARD(
      "VND",
      "H26.15-261123-%d",
      Map.of(
          "SECRETS",
          "whsec_"
              + Base64.getEncoder()
                  .encodeToString("standard-secret-of-24-bytes".getBytes(UTF_8)))) {
    @Override
    Door.Call paid(Deal deal) {
      return event(deal, "payment.succeeded", "");
    }

    @Override
    List<Door.Call> before(Deal deal) {
      return List.of(event(deal, "payment.pending", ""), event(deal, "payment.failed", ""));
    }

    @Override
    List<Door.Call> refunds(Deal deal, long part) {
      return List.of(
          event(deal, "payment.refunded", ",\"refundedAmount\":" + part),
          event(deal, "payment.refunded", ",\"refundedAmount\":" + deal.amount()));
    }

    private Door.Call event(Deal deal, String type, String more) {
      return raw(
          """
          {"type":"%s","timestamp":"2026-11-23T07:30:05Z","data":{"reference":"%s","amount":%s,\
          "currency":"%s","transactionId":"%s","payer":"NGUYEN VAN A"%s}}"""
              .formatted(
                  type,
                  deal.reference(),
                  deal.amount(),
                  deal.currency(),
                  deal.transaction(),
                  more));
    }

    @Override
    Door.Call raw(String body) {
      byte[] mac = hmac("standard-secret-of-24-bytes".getBytes(UTF_8), "msg_1." + NOW + "." + body);
      return post(
          Map.of(
              "webhook-id",
              "msg_1",
              "webhook-timestamp",
              NOW,
              "webhook-signature",
              "v1," + Base64.getEncoder().encodeToString(mac)),
          body);
    }
  };

  /** When {@link Door}'s clock stands. */
  static final String NOW = Long.toString(Instant.parse("2026-11-23T07:30:10Z").getEpochSecond());

  private final String currency;
  private final String form;
  private final Map<String, String> settings;

  Sender(String currency, String form, Map<String, String> settings) {
    this.currency = currency;
    this.form = form;
    this.settings = settings;
  }

  /** What is paid: texts, so that a test can put nonsense into them. */
  record Deal(String reference, String amount, String currency, String transaction) {
    Deal amount(String other) {
      return new Deal(reference, other, currency, transaction);
    }

    Deal currency(String other) {
      return new Deal(reference, amount, other, transaction);
    }

    Deal transaction(String other) {
      return new Deal(reference, amount, currency, other);
    }
  }

  /** The money arrived. */
  abstract Door.Call paid(Deal deal);

  /** What it may say of the same payment before the money arrives. */
  abstract List<Door.Call> before(Deal deal);

  /** What else says that the money arrived. */
  List<Door.Call> again(Deal deal) {
    return List.of();
  }

  /** A part of the money went back, then all of it. */
  List<Door.Call> refunds(Deal deal, long part) {
    return List.of();
  }

  /** A body as it is, proven in the headers. */
  Door.Call raw(String body) {
    throw new UnsupportedOperationException(this + " signs inside of the body");
  }

  /** Whether its proof is in the headers. */
  boolean signsTheWhole() {
    return this == SEPAY || this == STRIPE || this == GOVUKPAY || this == STANDARD;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Deal deal(int number) {
    return new Deal(form.formatted(number), "50000", currency, "14812201");
  }

  Map<String, String> settings() {
    return settings.entrySet().stream()
        .collect(
            Collectors.toMap(
                it -> "HOSO_GATEWAYS_" + name() + "_" + it.getKey(), Map.Entry::getValue));
  }

  /** The settings of all. */
  static Map<String, String> everybodysSettings() {
    Map<String, String> all = new LinkedHashMap<>();
    for (Sender sender : values()) {
      all.putAll(sender.settings());
    }
    return all;
  }

  Door.Call post(Map<String, String> headers, String body) {
    return new Door.Call("POST", code(), "", headers, body, false);
  }

  static String hex(String secret, String text) {
    return HexFormat.of().formatHex(hmac(secret.getBytes(UTF_8), text));
  }

  static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String object(Map<String, String> fields) {
    List<String> parts = new ArrayList<>();
    fields.forEach((name, value) -> parts.add(quoted(name) + ":" + value));
    return "{" + String.join(",", parts) + "}";
  }

  private static String joined(Map<String, String> fields, String by, boolean plain) {
    return fields.entrySet().stream()
        .map(
            it ->
                it.getKey()
                    + "="
                    + (plain ? it.getValue().replaceAll("^\"|\"$", "") : it.getValue()))
        .collect(Collectors.joining(by));
  }
}
