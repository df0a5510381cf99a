package dev.hoso.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code AWS::Serverless::Function}, with the template's globals already merged in. */
final class FunctionReader {
  private final Path folder;
  private final Map<String, Api> apis;

  FunctionReader(Path folder, Map<String, Api> apis) {
    this.folder = folder;
    this.apis = apis;
  }

  FunctionDefinition read(String name, Section properties) {
    properties.without(
        "Architectures",
        "AutoPublishAlias",
        "AutoPublishAliasAllProperties",
        "DeadLetterQueue",
        "DeploymentPreference",
        "Description",
        "EphemeralStorage",
        "FunctionName",
        "KmsKeyArn",
        "LoggingConfig",
        "MemorySize",
        "PermissionsBoundary",
        "Policies",
        "PropagateTags",
        "ProvisionedConcurrencyConfig",
        "RecursiveLoop",
        "ReservedConcurrentExecutions",
        "Role",
        "RolePath",
        "RuntimeManagementConfig",
        "SnapStart",
        "Tags",
        "Tracing",
        "VersionDescription",
        "VpcConfig");
    refuseWhatIsNoJavaPackage(properties);
    Path code = folder.resolve(properties.text("CodeUri")).normalize();
    String handler = properties.text("Handler");
    Map<String, String> environment = environment(properties.section("Environment"));
    Duration timeout = Duration.ofSeconds(properties.number("Timeout", 3));
    BucketReader.Invoke invoke = BucketReader.Invoke.read(properties.section("EventInvokeConfig"));
    Events events = events(name, properties.section("Events"), invoke);
    properties.end();
    return new FunctionDefinition(
        name,
        code,
        handler,
        environment,
        timeout,
        events.routes,
        events.streams,
        events.schedules,
        events.buckets,
        events.topics);
  }

  private static void refuseWhatIsNoJavaPackage(Section properties) {
    String runtime = properties.text("Runtime");
    if (!runtime.startsWith("java")) {
      throw properties.refuse("Runtime", runtime + " is not supported, only java is");
    }
    if (!properties.texts("Layers").isEmpty()) {
      throw properties.refuse("Layers", "layers are not supported");
    }
    if (!properties.textIfAny("PackageType").orElse("Zip").equals("Zip")) {
      throw properties.refuse("PackageType", "only Zip is supported");
    }
  }

  private static Map<String, String> environment(Section section) {
    Section variables = section.section("Variables");
    Map<String, String> environment = new TreeMap<>();
    variables.names().forEach(name -> environment.put(name, variables.text(name)));
    section.end();
    return environment;
  }

  private Events events(String function, Section section, BucketReader.Invoke invoke) {
    Events events = new Events();
    for (String name : section.names()) {
      Section event = section.section(name);
      Section properties = event.section("Properties");
      switch (event.text("Type")) {
        case "HttpApi" -> events.routes.add(RouteReader.read(function, properties, apis));
        case "DynamoDB" -> events.streams.add(StreamReader.read(function, name, properties));
        case "S3" -> events.buckets.add(BucketReader.read(function, name, properties, invoke));
        case "ScheduleV2" ->
            ScheduleReader.read(function, name, properties, false).ifPresent(events.schedules::add);
        case "Schedule" ->
            ScheduleReader.read(function, name, properties, true).ifPresent(events.schedules::add);
        case "SNS" -> events.topics.add(properties.text("Topic"));
        default ->
            throw event.refuse("Type", "events of type " + event.text("Type") + " not supported");
      }
      properties.end();
      event.end();
    }
    return events;
  }

  private static final class Events {
    final List<Route> routes = new ArrayList<>();
    final List<StreamSource> streams = new ArrayList<>();
    final List<ScheduleSource> schedules = new ArrayList<>();
    final List<BucketSource> buckets = new ArrayList<>();
    final List<String> topics = new ArrayList<>();
  }
}
