package dev.hoso.local.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The examples that gateways publish. */
class ProofTest {
  /** beta-docs.zalopay.vn/docs/specs/callback-api, with the public key 2 of application 2553. */
  @Test
  void zalopaysCallback() {
    String data =
        """
        {"app_id":2553,"app_trans_id":"200904_2553_1598435687208","app_time":1599189392817,\
        "app_user":"demo","amount":10000,"embed_data":"{\\"merchantinfo\\":\\"embeddata123\\",\
        \\"promotioninfo\\":\\"\\"}","item":"[{\\"itemid\\":\\"knb\\",\\"itemname\\":\\"kim nguyen bao\\",\
        \\"itemprice\\":198400,\\"itemquantity\\":1}]","zp_trans_id":200904000000389,\
        "server_time":1599189413498,"channel":38,\
        "merchant_user_id":"7ZMSl3nEg5sOUJzOLSoUFT8xKNQVaLOLXHB--8Eytqc","user_fee_amount":0,\
        "discount_amount":0}""";
    assertThat(Proof.hex("kLtgPl8HHhfvMuDHPwKfgfsY4Ydm9eIz", data))
        .isEqualTo("d8d33baf449b31d7f9b94fa50d7c942c08cd4d83f28fa185557da21acb104f67");
  }

  /** payos.vn/docs/tich-hop-webhook/kiem-tra-du-lieu-voi-signature. */
  @Test
  void payossWebhook() {
    ObjectNode data =
        (ObjectNode)
            Json.read(
                """
                {"orderCode":123,"amount":3000,"description":"VQRIO123","accountNumber":"12345678",
                 "reference":"TF230204212323","transactionDateTime":"2023-02-04 18:25:00",
                 "currency":"VND","paymentLinkId":"124c33293c43417ab7879e14c8d9eb18","code":"00",
                 "desc":"Thành công","counterAccountBankId":"","counterAccountBankName":"",
                 "counterAccountName":"","counterAccountNumber":"","virtualAccountName":"",
                 "virtualAccountNumber":""}""");
    assertThat(
            Proof.hex(
                "1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675",
                Payos.canonical(data)))
        .isEqualTo("412e915d2871504ed31be63c8f62a149a4410d34c4c42affc9006ef9917eaa03");
  }

  /** alphagov/pay-webhooks, WebhookMessageSignatureGeneratorTest. */
  @Test
  void govUkPaysWebhook() {
    assertThat(Proof.hex("This is my secret key! 🔑", "We captured a £10 payment! 💷"))
        .isEqualTo("a678c8326237dc08acabed4ec3948ee82f94c4b35cdc44b68f26fa8ef595efff");
  }

  /** standard-webhooks, webhook.test.ts. */
  @Test
  void standardWebhooks() {
    byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertThat(Proof.base64(key, "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}"))
        .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }
}
