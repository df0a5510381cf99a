package dev.hoso.local.template;

import dev.hoso.local.StartupProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a template whole, or says by name and place what in it cannot be run here. */
public final class TemplateReader {
  private static final Set<String> PARTS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Conditions",
          "Description",
          "Globals",
          "Mappings",
          "Metadata",
          "Outputs",
          "Parameters",
          "Resources",
          "Rules",
          "Transform");

  private final Path folder;
  private final Map<?, ?> document;
  private final Map<String, Map<?, ?>> resources = new LinkedHashMap<>();
  private final Resolver resolver;

  private TemplateReader(Path file, Map<String, String> parameters) {
    Path parent = file.toAbsolutePath().getParent();
    this.folder = parent == null ? file.toAbsolutePath() : parent;
    this.document = CloudFormationYaml.read(file);
    new Section(document, "The template").without(PARTS.toArray(String[]::new)).end();
    Map<String, String> types = new HashMap<>();
    part("Resources")
        .forEach((name, resource) -> types.put(name.toString(), type(name, asMap(resource, name))));
    References references =
        new References(new Parameters(part("Parameters")).values(parameters), types);
    this.resolver = new Resolver(references, part("Conditions"), part("Mappings"));
  }

  /**
   * Reads a file.
   *
   * @param parameters values that replace the template's defaults
   * @throws StartupProblem for what is not supported, with its name and place
   */
  public static Template read(Path file, Map<String, String> parameters) {
    return new TemplateReader(file, parameters).read();
  }

  private Template read() {
    part("Resources").forEach((name, resource) -> keep(name.toString(), asMap(resource, name)));
    Map<String, Api> apis = new HashMap<>();
    ofType("AWS::Serverless::HttpApi")
        .forEach(name -> apis.put(name, Api.read(properties(name, "HttpApi"))));
    FunctionReader reader = new FunctionReader(folder, apis);
    List<FunctionDefinition> functions = new ArrayList<>();
    ofType("AWS::Serverless::Function")
        .forEach(name -> functions.add(reader.read(name, properties(name, "Function"))));
    List<Table> tables = new ArrayList<>();
    ofType("AWS::DynamoDB::Table")
        .forEach(name -> tables.add(TableReader.read(name, properties(name, "Table"))));
    List<Bucket> buckets =
        ofType("AWS::S3::Bucket").stream()
            .map(name -> Bucket.read(name, properties(name, "Bucket")))
            .toList();
    List<Key> keys =
        ofType("AWS::KMS::Key").stream()
            .map(name -> Key.read(name, properties(name, "Key")))
            .toList();
    List<LogSubscription> logs =
        ofType("AWS::Logs::SubscriptionFilter").stream()
            .map(name -> LogSubscription.read(properties(name, "SubscriptionFilter")))
            .toList();
    return new Template(functions, tables, buckets, keys, logs);
  }

  private void keep(String name, Map<?, ?> resource) {
    Object condition = resource.get("Condition");
    String place = "Resources." + name;
    if (condition != null && !resolver.holds(condition.toString(), place)) {
      return;
    }
    new Section(resource, place)
        .without("Type", "Condition", "DependsOn", "Metadata", "Properties")
        .without("DeletionPolicy", "UpdateReplacePolicy", "UpdatePolicy")
        .end();
    resources.put(name, resource);
    if (OnlyOnAws.TYPES.contains(type(name, resource))) {
      // Resolved for its errors alone: a wrong name in an alarm is found before a deployment is.
      resolver.resolve(resource.get("Properties"), place);
    }
  }

  private List<String> ofType(String type) {
    return resources.keySet().stream()
        .filter(name -> type(name, resources.getOrDefault(name, Map.of())).equals(type))
        .toList();
  }

  private Section properties(String name, String global) {
    Map<?, ?> own = resources.getOrDefault(name, Map.of());
    Map<?, ?> globals = asMap(part("Globals").get(global), "Globals." + global);
    String place = "Resources." + name + ".Properties";
    Object merged =
        resolver.resolve(Globals.merge(globals, asMap(own.get("Properties"), place)), place);
    return new Section(asMap(merged, place), place);
  }

  private Map<?, ?> part(String name) {
    return asMap(document.get(name), name);
  }

  private static String type(Object name, Map<?, ?> resource) {
    String type = String.valueOf(resource.get("Type"));
    if (!OnlyOnAws.TYPES.contains(type) && !RUN_HERE.contains(type)) {
      throw new StartupProblem(
          "Resources." + name + ": the type " + type + " is not supported by the local runtime");
    }
    return type;
  }

  private static final Set<String> RUN_HERE =
      Set.of(
          "AWS::DynamoDB::Table",
          "AWS::KMS::Key",
          "AWS::Logs::SubscriptionFilter",
          "AWS::S3::Bucket",
          "AWS::Serverless::Function",
          "AWS::Serverless::HttpApi");

  private static Map<?, ?> asMap(@org.jspecify.annotations.Nullable Object value, Object place) {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new StartupProblem(place + ": a map is expected");
  }
}
