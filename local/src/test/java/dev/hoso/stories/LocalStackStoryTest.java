package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hoso.local.LocalRuntime;
import dev.hoso.local.Options;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;

/** The story with LocalStack in place of all stand-ins. Skipped where there is no Docker. */
class LocalStackStoryTest {
  /** The last image that needs no account. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  @Test
  void aConfirmedPaymentReachesTheCitizenThroughLocalStack() throws Exception {
    assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "skipped: no Docker here");
    try (LocalStackContainer aws =
        new LocalStackContainer(IMAGE).withServices("dynamodb", "sns", "ses")) {
      aws.start();
      verifySender(aws);
      try (LocalRuntime runtime =
          LocalRuntime.start(Options.of(TheCity.TEMPLATE).withEndpoint(aws.getEndpoint()))) {
        City city = new City(runtime.address());
        String code = City.newCode();
        String reference = City.newReference();
        String phone = City.newPhone();
        city.register(code, phone, "vi", 1);
        city.ask(code, reference);

        assertThat(city.confirm(City.VNPAY.paid(reference, 8000, "18000001"))).isEqualTo("00");

        city.paymentWhen(code, "paid");
        city.settled(code, 2);
        assertThat(sent(aws, "/_aws/sns/sms-messages")).contains(phone, "18000001");
        assertThat(sent(aws, "/_aws/ses")).contains(City.emailOf(phone));
      }
    }
  }

  private static void verifySender(LocalStackContainer aws) {
    try (SesClient ses =
        SesClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .endpointOverride(aws.getEndpoint())
            .region(Region.AP_SOUTHEAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .build()) {
      ses.verifyEmailIdentity(verify -> verify.emailAddress("hoso@example.gov.vn"));
    }
  }

  private static String sent(LocalStackContainer aws, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(aws.getEndpoint().resolve(path)).build(),
            BodyHandlers.ofString())
        .body();
  }
}
