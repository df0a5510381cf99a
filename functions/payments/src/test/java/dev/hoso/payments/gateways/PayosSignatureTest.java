package dev.hoso.payments.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayosSignatureTest {
  /** What the functions of npm {@code @payos/node} 2.0.5 make of the same data. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{\"b\":1,\"a\":\"x\"}; a=x&b=1",
        "{\"a\":null,\"b\":\"null\",\"c\":\"undefined\",\"d\":\"\",\"e\":true,\"f\":false};"
            + " a=&b=&c=&d=&e=true&f=false",
        "{\"items\":[{\"name\":\"Lệ phí\",\"price\":1000},"
            + "{\"b\":{\"z\":1,\"a\":2},\"a\":[1,\"x\",null]}],\"x\":[]};"
            + " items=[{\"name\":\"Lệ phí\",\"price\":1000},"
            + "{\"a\":[1,\"x\",null],\"b\":{\"z\":1,\"a\":2}}]&x=[]",
        "{\"o\":{\"b\":1},\"q\":\"a&b=c d+e%\"}; o=[object Object]&q=a&b=c d+e%",
        "{\"s\":[{\"t\":\"quote\\\" slash\\\\ tab\\t nl\\n ctl\\u0001 é\"}]};"
            + " s=[{\"t\":\"quote\\\" slash\\\\ tab\\t nl\\n ctl\\u0001 é\"}]",
        "{\"B\":1,\"a\":2,\"A\":3,\"_\":4,\"é\":5}; A=3&B=1&_=4&a=2&é=5",
      })
  void allOfTheDataIsSignedByItsNames(String data, String text) {
    assertThat(PayosSignature.text((Json.Fields) Json.read(data))).isEqualTo(text);
  }
}
