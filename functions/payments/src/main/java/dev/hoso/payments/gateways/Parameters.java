package dev.hoso.payments.gateways;

import dev.hoso.core.AwsClients;
import dev.hoso.core.Settings;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/** Gateways' settings in SSM's Parameter Store: SecureStrings under one path. */
final class Parameters {
  static final String PATH = "/hoso/gateways/";

  private final Settings settings;
  private @Nullable SsmClient client;

  Parameters(Settings settings) {
    this.settings = settings;
  }

  /** All that is set of a gateway, decrypted, by its name under the gateway's. */
  Map<String, String> of(String gateway) {
    String path = PATH + gateway;
    return client()
        .getParametersByPathPaginator(get -> get.path(path).recursive(true).withDecryption(true))
        .stream()
        .flatMap(page -> page.parameters().stream())
        .collect(
            Collectors.toMap(
                parameter -> parameter.name().substring(path.length() + 1), Parameter::value));
  }

  /** Made when it is needed first: where the environment says all, it never is. */
  private synchronized SsmClient client() {
    SsmClient made = client;
    if (made == null) {
      made = AwsClients.configured(SsmClient.builder(), settings, "SSM").build();
      client = made;
    }
    return made;
  }
}
