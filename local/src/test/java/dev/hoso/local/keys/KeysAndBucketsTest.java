package dev.hoso.local.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Caller;
import dev.hoso.local.LocalRuntime;
import dev.hoso.local.Options;
import dev.hoso.local.SamplePackage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;
import software.amazon.awssdk.services.s3.S3Client;

/** The stand-ins of KMS and S3, as the SDK's own clients see them. */
class KeysAndBucketsTest {
  @TempDir static Path folder;
  private static LocalRuntime runtime;
  private static Caller caller;

  @BeforeAll
  static void start() throws IOException {
    Path others = Files.writeString(folder.resolve("others.pem"), "# an authority of somebody\n");
    runtime = LocalRuntime.start(Options.of(SamplePackage.in(folder)).withTrust(others));
    caller = new Caller(runtime.address());
  }

  private static LocalRuntime start(Options options) {
    LocalRuntime started = LocalRuntime.start(options);
    caller = new Caller(started.address());
    return started;
  }

  @AfterAll
  static void stop() {
    runtime.close();
  }

  @Test
  void whatTheKeySignsItsCertificateProves() throws Exception {
    assertThat(proves(certificates("settings/seal.pem"), sign("SealKey", "a result"))).isTrue();
  }

  @Test
  void theCertificateRestsOnTheTrustedAnchorAndOthersAreTrustedToo() throws Exception {
    List<X509Certificate> chain = certificates("settings/seal.pem");
    X509Certificate anchor = certificates("settings/trust.pem").getFirst();

    chain.getFirst().verify(anchor.getPublicKey());
    assertThat(chain.getFirst().getSubjectX500Principal().getName()).contains("Ủy ban nhân dân");
    assertThat(text("settings/trust.pem")).contains("an authority of somebody");
  }

  @Test
  void theSameMessageHasTheSameMacAndAnotherMessageAnother() {
    assertThat(mac("123456")).isEqualTo(mac("123456")).isNotEqualTo(mac("123457"));
  }

  @Test
  void whatNoKeyOfTheTemplateDoesIsRefused() {
    assertThatThrownBy(() -> sign("CodesKey", "a result"))
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("KeyId");
    assertThatThrownBy(() -> kms().decrypt(it -> it.ciphertextBlob(SdkBytes.fromUtf8String("x"))))
        .isInstanceOf(KmsException.class)
        .hasMessageContaining("knows no Decrypt");
  }

  @Test
  void itCanBeDown() {
    behave("{\"kms\":{\"down\":true}}");
    assertThatThrownBy(() -> mac("123456")).isInstanceOf(KmsException.class);
    behave("{\"kms\":{\"down\":false}}");
    assertThat(mac("123456")).isNotEmpty();
  }

  @Test
  void theBucketKeepsVersions() {
    var first = s3().putObject(put -> put.bucket("papers").key("a"), body("1")).versionId();
    s3().putObject(put -> put.bucket("papers").key("a"), body("2"));

    assertThat(
            s3().getObjectAsBytes(get -> get.bucket("papers").key("a").versionId(first))
                .asUtf8String())
        .isEqualTo("1");
  }

  @Test
  void keysAndCertificatesOfAnEarlierRunStay(@TempDir Path data) throws Exception {
    Path template = SamplePackage.in(Files.createDirectory(data.resolve("sample")));
    Options kept = Options.of(template).withData(data.resolve("state"));
    Caller before = caller;
    try (LocalRuntime first = start(kept)) {
      assertThat(first.address()).isNotNull();
      assertThat(proves(certificates("settings/seal.pem"), sign("SealKey", "a result"))).isTrue();
    }
    byte[] mac;
    List<X509Certificate> chain;
    try (LocalRuntime second = start(kept)) {
      assertThat(second.address()).isNotNull();
      mac = mac("123456");
      chain = certificates("settings/seal.pem");
    }
    try (LocalRuntime third = start(kept)) {
      assertThat(third.address()).isNotNull();
      assertThat(mac("123456")).isEqualTo(mac);
      assertThat(proves(chain, sign("SealKey", "a result"))).isTrue();
    } finally {
      caller = before;
    }
  }

  private static boolean proves(List<X509Certificate> chain, byte[] signed)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(chain.getFirst());
    check.update("a result".getBytes(StandardCharsets.UTF_8));
    return check.verify(signed);
  }

  private static byte[] sign(String key, String message) {
    return kms()
        .sign(
            sign ->
                sign.keyId(key)
                    .message(SdkBytes.fromUtf8String(message))
                    .messageType(MessageType.RAW)
                    .signingAlgorithm(SigningAlgorithmSpec.RSASSA_PKCS1_V1_5_SHA_256))
        .signature()
        .asByteArray();
  }

  private static byte[] mac(String message) {
    return kms()
        .generateMac(
            mac ->
                mac.keyId("CodesKey")
                    .message(SdkBytes.fromUtf8String(message))
                    .macAlgorithm("HMAC_SHA_256"))
        .mac()
        .asByteArray();
  }

  private static void behave(String how) {
    assertThat(caller.post("/local/providers", "application/json", how).statusCode())
        .isEqualTo(200);
  }

  private static RequestBody body(String text) {
    return RequestBody.fromString(text);
  }

  private static List<X509Certificate> certificates(String key)
      throws IOException, GeneralSecurityException {
    String pem = text(key).replaceAll("(?m)^#.*\\n", "");
    try (InputStream in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toList();
    }
  }

  private static String text(String key) {
    return s3().getObjectAsBytes(get -> get.bucket("papers").key(key)).asUtf8String();
  }

  private static KmsClient kms() {
    return KmsClient.builder()
        .endpointOverride(endpoint("KMS"))
        .region(Region.AP_SOUTHEAST_1)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static S3Client s3() {
    return S3Client.builder()
        .endpointOverride(endpoint("S3"))
        .forcePathStyle(true)
        .region(Region.AP_SOUTHEAST_1)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static URI endpoint(String service) {
    JsonNode environment = caller.json("/surroundings").path("environment");
    return URI.create(environment.path("AWS_ENDPOINT_URL_" + service).asText());
  }
}
