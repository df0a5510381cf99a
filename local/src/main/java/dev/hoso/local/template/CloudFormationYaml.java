package dev.hoso.local.template;

import dev.hoso.local.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML whose {@code !Tags} become {@link Intrinsic}s. */
final class CloudFormationYaml {
  private CloudFormationYaml() {}

  /**
   * @throws StartupProblem if the file is missing or is not YAML
   */
  static Map<?, ?> read(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object document = new Yaml(new Tags(options)).load(Files.readString(file));
      if (document instanceof Map<?, ?> map) {
        return map;
      }
      throw new StartupProblem(file + " is not a template: it holds no map");
    } catch (NoSuchFileException e) {
      throw new StartupProblem("There is no template at " + file, e);
    } catch (IOException | YAMLException e) {
      throw new StartupProblem(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static final class Tags extends SafeConstructor {
    Tags(LoaderOptions options) {
      super(options);
      yamlMultiConstructors.put("!", new Tag());
    }

    private final class Tag extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        return new Intrinsic(node.getTag().getValue().substring(1), argument(node));
      }
    }

    private Object argument(Node node) {
      if (node instanceof ScalarNode scalar) {
        return scalar.getValue();
      }
      return node instanceof SequenceNode sequence
          ? constructSequence(sequence)
          : constructMapping((MappingNode) node);
    }
  }
}
