package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must be so of every function and table that is ever added to the template. */
class TemplateTest {
  private static String template;

  @BeforeAll
  static void read() throws IOException {
    template = Files.readString(TheCity.TEMPLATE);
  }

  @Test
  void noFunctionMayDoWhateverItLikes() {
    assertThat(policies()).noneMatch(it -> it.matches("(?s).*Action: \\[?[^\\]\\n]*\\*.*"));
    assertThat(policies()).noneMatch(it -> it.matches("(?s).*Resource: \"?\\*.*"));
  }

  @Test
  void everyFunctionHasALogThatEnds() {
    assertThat(resources("AWS::Serverless::Function"))
        .allSatisfy(it -> assertThat(resources("AWS::Logs::LogGroup")).contains(it + "Log"));
    assertThat(template.split("RetentionInDays", -1))
        .hasSize(resources("AWS::Logs::LogGroup").size() + 1);
  }

  @Test
  void everyTableIsEncryptedRecoverableAndProtected() {
    int tables = resources("AWS::DynamoDB::Table").size();
    for (String line :
        List.of(
            "KMSMasterKeyId: !GetAtt Key.Arn",
            "PointInTimeRecoveryEnabled: true",
            "DeletionProtectionEnabled: true")) {
      assertThat(template.split(line, -1)).as(line).hasSize(tables + 1);
    }
  }

  @Test
  void whateverGivesUpGivesUpIntoAQueue() {
    assertThat(times("OnFailure: { Type: SQS, "))
        .isEqualTo(times("FunctionResponseTypes: [ReportBatchItemFailures]") + times("Type: S3\n"));
  }

  private static int times(String what) {
    return template.split(Pattern.quote(what), -1).length - 1;
  }

  /** The policies of functions, one by one. */
  private static List<String> policies() {
    return template
        .lines()
        .filter(
            it ->
                it.startsWith("              Action: ")
                    || it.startsWith("              Resource: "))
        .toList();
  }

  private static List<String> resources(String type) {
    List<String> lines = template.lines().toList();
    return java.util.stream.IntStream.range(1, lines.size())
        .filter(n -> lines.get(n).equals("    Type: " + type))
        .mapToObj(n -> lines.get(n - 1).strip().replace(":", ""))
        .toList();
  }
}
