package dev.hoso.core.web;

import dev.hoso.core.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A module's API function as Lambda makes it, but for what comes from outside. */
public final class ApiFunctions {
  private ApiFunctions() {}

  /** With the system's clock. */
  public static APIGatewayV2HTTPEventFunction with(
      Map<String, String> settings, DynamoDbClient dynamo) {
    return with(settings, dynamo, List.of());
  }

  /** With a clock that is the test's. */
  public static APIGatewayV2HTTPEventFunction with(
      Map<String, String> settings, DynamoDbClient dynamo, InstantSource clock) {
    return with(settings, dynamo, List.of(instead(InstantSource.class, clock)));
  }

  private static APIGatewayV2HTTPEventFunction with(
      Map<String, String> settings, DynamoDbClient dynamo, List<RuntimeBeanDefinition<?>> more) {
    List<RuntimeBeanDefinition<?>> all = new ArrayList<>(more);
    all.add(instead(Settings.class, Settings.of(settings)));
    all.add(instead(DynamoDbClient.class, dynamo));
    return new APIGatewayV2HTTPEventFunction(
        ApplicationContext.builder()
            .beanDefinitions(all.toArray(RuntimeBeanDefinition<?>[]::new))
            .start());
  }

  private static <T> RuntimeBeanDefinition<T> instead(Class<T> type, T bean) {
    return RuntimeBeanDefinition.builder(type, () -> bean).singleton(true).replaces(type).build();
  }
}
