package dev.hoso.payments.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeesTest {
  @Test
  void show() {
    Api.dossier("H26.15-261123-0001", "1.001193", "inPerson", "vi");
    for (String body :
        new String[] {
          "{\"gateway\":\"vnpay\",\"amount\":50000}",
          "{\"gateway\":\"vnpay\"}",
          "{\"gateway\":\"momo\"}",
          "{\"gateway\":\"vnpay\",\"amount\":\"fifty\"}",
          "{\"gateway\":\"vnpay\",\"amount\":\"50000\"}",
          "{\"gateway\":\"vnpay\",\"amount\":50000.5}",
          "{\"gateway\":\"vnpay\",\"amount\":99999999999999999999}",
          "{\"gateway\":[1],\"amount\":50000}",
          "{\"gateway\":\"vnpay\",\"amuont\":50000}",
          "{\"gateway\":",
          "[]",
          "",
          "null"
        }) {
      Api.Answer a = Api.post("/dossiers/H26.15-261123-0001/payments", body).send();
      System.out.println(body + " => " + a);
    }
    System.out.println(
        Api.post("/dossiers/H26.15-261123-0001/payments", "a=b")
            .header("content-type", "text/plain")
            .send());
    System.out.println(Api.post("/dossiers/xx/payments", "{}").send());
    System.out.println(Api.post("/nowhere", "{}").send());
    System.out.println(Api.get("/dossiers/xx/payments").send());
    System.out.println(Api.get("/payments/anomalies?limit=x").send());
    System.out.println(Api.get("/payments/anomalies?limit=5").send());
    System.out.println(Api.get("/receipts/AAAA").send());
    System.out.println(Api.get("/receipts/AAAA").header("accept", "application/json").send());
    Api.Answer a =
        Api.post(
                "/dossiers/H26.15-261123-0001/payments",
                "{\"gateway\":\"vnpay\",\"amount\":50000,\"reference\":\"T1\"}")
            .send();
    System.out.println(
        Api.get(a.text("receiptUrl").replace("https://hoso.example.gov.vn", "")).send());
    assertThat(1).isEqualTo(1);
  }
}
