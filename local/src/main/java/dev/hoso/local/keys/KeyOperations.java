package dev.hoso.local.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** What the functions ask of KMS. A wish that is none of these is refused by its field. */
public final class KeyOperations {
  private static final int LONGEST_MESSAGE = 4096;
  private final LocalKeys keys;

  public KeyOperations(LocalKeys keys) {
    this.keys = keys;
  }

  /** {@code Sign}: RSA with PKCS #1 v1.5 padding over the SHA-256 of a message. */
  public ObjectNode sign(JsonNode call) {
    expect(call, "SigningAlgorithm", "RSASSA_PKCS1_V1_5_SHA_256");
    expect(call, "MessageType", "RAW");
    KeyPair key = key(call, keys.signing());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.getPrivate());
      signature.update(message(call));
      return answer(call, "SigningAlgorithm").put("Signature", signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code GenerateMac}: HMAC with SHA-256. */
  public ObjectNode mac(JsonNode call) {
    expect(call, "MacAlgorithm", "HMAC_SHA_256");
    SecretKey key = key(call, keys.hashing());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return answer(call, "MacAlgorithm").put("Mac", mac.doFinal(message(call)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] message(JsonNode call) {
    byte[] message = Base64.getDecoder().decode(call.path("Message").asText());
    if (message.length == 0 || message.length > LONGEST_MESSAGE) {
      throw new IllegalArgumentException("Message has 1 to 4096 bytes");
    }
    return message;
  }

  private static void expect(JsonNode call, String field, String only) {
    if (!call.path(field).asText().equals(only)) {
      throw new IllegalArgumentException("the stand-in knows only " + only + " as " + field);
    }
  }

  private static <K> K key(JsonNode call, Map<String, K> keys) {
    K key = keys.get(call.path("KeyId").asText());
    if (key == null) {
      throw new IllegalArgumentException("KeyId names no key of the template for this");
    }
    return key;
  }

  private static ObjectNode answer(JsonNode call, String algorithm) {
    return Json.object()
        .put("KeyId", call.path("KeyId").asText())
        .put(algorithm, call.path(algorithm).asText());
  }
}
