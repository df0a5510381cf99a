package dev.hoso.local.template;

import dev.hoso.local.StartupProblem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a name in the template stands for on this machine: parameters by their values, tables by
 * their logical ids, and the rest by made-up names of the account 000000000000.
 */
final class References {
  private static final String ACCOUNT = "000000000000";
  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::Region",
          LocalNames.REGION,
          "AWS::AccountId",
          ACCOUNT,
          "AWS::Partition",
          "aws",
          "AWS::StackName",
          "hoso",
          "AWS::StackId",
          LocalNames.arn("cloudformation", "stack/hoso/local"),
          "AWS::URLSuffix",
          "amazonaws.com");

  private final Map<String, String> parameters;

  /** Logical ids and their types. */
  private final Map<String, String> resources;

  References(Map<String, String> parameters, Map<String, String> resources) {
    this.parameters = parameters;
    this.resources = resources;
  }

  @Nullable Object ref(String name, String place) {
    if (name.equals("AWS::NoValue")) {
      return null;
    }
    String value = PSEUDO.getOrDefault(name, parameters.get(name));
    if (value != null) {
      return value;
    }
    return switch (typeOf(name, place)) {
      case "AWS::S3::Bucket" -> LocalNames.bucket(name);
      case "AWS::SNS::Topic" -> LocalNames.arn("sns", name);
      case "AWS::SQS::Queue" -> "https://sqs." + LocalNames.REGION + "/" + ACCOUNT + "/" + name;
      default -> name;
    };
  }

  String attribute(String dotted, String place) {
    int dot = dotted.indexOf('.');
    if (dot < 0) {
      throw new StartupProblem(place + ": !GetAtt takes Name.Attribute, not " + dotted);
    }
    String name = dotted.substring(0, dot);
    String attribute = dotted.substring(dot + 1);
    return switch (typeOf(name, place) + " " + attribute) {
      case "AWS::DynamoDB::Table Arn" -> LocalNames.table(name);
      case "AWS::DynamoDB::Table StreamArn" -> LocalNames.stream(name);
      case "AWS::S3::Bucket Arn" -> "arn:aws:s3:::" + LocalNames.bucket(name);
      case "AWS::SQS::Queue Arn" -> LocalNames.arn("sqs", name);
      case "AWS::Serverless::Function Arn" -> LocalNames.function(name);
      default -> LocalNames.arn("local", name + "/" + attribute);
    };
  }

  private String typeOf(String name, String place) {
    String exact = resources.get(name);
    if (exact != null) {
      return exact;
    }
    if (madeBySam(name)) {
      return "made by SAM";
    }
    throw new StartupProblem(place + ": there is no resource or parameter " + name);
  }

  /** SAM names what it generates after its function: {@code TellRole}, {@code Tell.Alias}. */
  private boolean madeBySam(String name) {
    return resources.entrySet().stream()
        .anyMatch(
            resource ->
                resource.getValue().equals("AWS::Serverless::Function")
                    && name.startsWith(resource.getKey()));
  }
}
