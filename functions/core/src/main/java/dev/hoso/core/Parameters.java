package dev.hoso.core;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/** Settings that are secrets, in SSM's Parameter Store: SecureStrings under one path. */
public final class Parameters {
  private final Settings settings;
  private @Nullable SsmClient client;

  public Parameters(Settings settings) {
    this.settings = settings;
  }

  /**
   * All that is set under a path, decrypted, by the rest of its names.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException where SSM cannot be asked
   */
  public Map<String, String> under(String path) {
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
