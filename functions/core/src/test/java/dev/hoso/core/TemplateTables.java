package dev.hoso.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;

/** The tables of {@code template.yaml}: tests must not stand on keys that no deployment has. */
final class TemplateTables {
  private static final Path TEMPLATE = Path.of("..", "..", "template.yaml");

  private TemplateTables() {}

  /** The properties of a table's resource. */
  @SuppressWarnings("unchecked")
  static Map<String, ?> properties(String resource) {
    try {
      Map<String, Map<String, Map<String, Map<String, ?>>>> template =
          new Yaml(new Tags()).load(Files.readString(TEMPLATE));
      return template.get("Resources").get(resource).get("Properties");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, ?>> list(Map<String, ?> properties, String name) {
    Object list = properties.get(name);
    return list == null ? List.of() : (List<Map<String, ?>>) list;
  }

  /** CloudFormation's tags stand where no table's shape depends on them. */
  private static final class Tags extends SafeConstructor {
    Tags() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return node.getTag().getValue();
            }
          });
    }
  }
}
