package dev.hoso.plain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * VNPAY's webhook with the least that does its work: the signature over the raw query, one
 * conditional write, a small answer.
 */
public final class PlainHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final String ALGORITHM = "HmacSHA512";
  private static final String SIGNATURE = "&vnp_SecureHash=";

  private final DynamoDbClient dynamo =
      DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private final String table = System.getenv("HOSO_PAYMENTS_TABLE");
  private final SecretKeySpec secret =
      new SecretKeySpec(
          System.getenv("HOSO_GATEWAYS_VNPAY_HASH_SECRET").getBytes(StandardCharsets.US_ASCII),
          ALGORITHM);

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    if (!signed(event.getRawQueryString())) {
      return answer("97");
    }
    Map<String, String> query = event.getQueryStringParameters();
    return answer(paid(query) ? "00" : "02");
  }

  private boolean signed(String query) {
    int end = query.indexOf(SIGNATURE);
    if (end < 0) {
      return false;
    }
    String signature = query.substring(end + SIGNATURE.length());
    return MessageDigest.isEqual(bytes(hmac(query.substring(0, end))), bytes(signature));
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean paid(Map<String, String> query) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(Map.of("id", text("vnpay/" + query.get("vnp_TxnRef"))))
                  .updateExpression("SET #s = :paid, #t = :t REMOVE #o, #d ADD #v :one")
                  .conditionExpression("#s = :pending AND #a = :a")
                  .expressionAttributeNames(
                      Map.of(
                          "#s", "status",
                          "#t", "gatewayTransactionId",
                          "#o", "owed",
                          "#d", "due",
                          "#v", "version",
                          "#a", "amount"))
                  .expressionAttributeValues(
                      Map.of(
                          ":paid", text("paid"),
                          ":pending", text("pending"),
                          ":t", text(query.getOrDefault("vnp_TransactionNo", "")),
                          ":a", number(Long.parseLong(query.get("vnp_Amount")) / 100),
                          ":one", number(1))));
      return true;
    } catch (ConditionalCheckFailedException notPending) {
      return false;
    }
  }

  private static APIGatewayV2HTTPResponse answer(String code) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(200)
        .withHeaders(Map.of("content-type", "application/json"))
        .withBody("{\"RspCode\":\"" + code + "\"}")
        .build();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
