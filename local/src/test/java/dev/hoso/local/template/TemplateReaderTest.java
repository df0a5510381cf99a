package dev.hoso.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.local.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {
  @TempDir Path folder;

  private static final String FUNCTION =
      """
      Resources:
        Work:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: java25
            CodeUri: work.zip
            Handler: a.B
      """;

  private Template read(String yaml, Map<String, String> parameters) throws IOException {
    return TemplateReader.read(
        Files.writeString(folder.resolve("template.yaml"), yaml), parameters);
  }

  private FunctionDefinition function(String more) throws IOException {
    return read(FUNCTION + more.indent(6), Map.of()).functions().getFirst();
  }

  @Test
  void theSystemsOwnTemplateIsUnderstoodWhole() {
    Template template = TemplateReader.read(Path.of("../template.yaml"), Map.of());
    assertThat(template.functions()).isNotEmpty();
    assertThat(template.tables()).extracting(Table::name).contains("Dossiers", "Payments");
    assertThat(template.routes()).extracting(Route::key).contains("GET /webhooks/{gateway}");
  }

  @Test
  void aPackageIsFoundFromTheTemplatesFolder() throws IOException {
    assertThat(function("").code()).isEqualTo(folder.resolve("work.zip"));
  }

  @Test
  void globalsAreMergedIntoFunctionsWhoseOwnValuesWin() throws IOException {
    String yaml =
        """
        Globals:
          Function:
            Timeout: 7
            Environment: { Variables: { ONE: global, TWO: global } }
        """
            + FUNCTION
            + "      Environment: { Variables: { TWO: own } }\n";
    FunctionDefinition function = read(yaml, Map.of()).functions().getFirst();
    assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(function.environment()).isEqualTo(Map.of("ONE", "global", "TWO", "own"));
  }

  @Test
  void intrinsicsAreResolvedInBothForms() throws IOException {
    String yaml =
        """
        Parameters:
          Place: { Type: String, Default: north }
        Conditions:
          Northern: !Equals [!Ref Place, north]
          Southern: !Not [!Condition Northern]
        Mappings:
          Codes: { north: { code: "24" }, south: { code: "79" } }
        """
            + FUNCTION
            + """
              Environment:
                Variables:
                  SUB: !Sub "${Place}-${AWS::Region}-${!kept}"
                  SUB2: !Sub ["${own}", { own: !Ref Place }]
                  LONG: { "Fn::Join": ["+", ["a", { "Ref": "Place" }]] }
                  IF: !If [Southern, "s", "n"]
                  NONE: !If [Northern, !Ref AWS::NoValue, x]
                  MAP: !FindInMap [Codes, !Ref Place, code]
                  PART: !Select [1, !Split ["-", "a-b-c"]]
                  BOTH: !If [Northern, !If [Southern, 1, 2], 3]
              """
                .indent(6);
    assertThat(read(yaml, Map.of()).functions().getFirst().environment())
        .containsEntry("SUB", "north-ap-southeast-1-${kept}")
        .containsEntry("SUB2", "north")
        .containsEntry("LONG", "a+north")
        .containsEntry("IF", "n")
        .doesNotContainKey("NONE")
        .containsEntry("MAP", "24")
        .containsEntry("PART", "b")
        .containsEntry("BOTH", "2");
    assertThat(read(yaml, Map.of("Place", "south")).functions().getFirst().environment())
        .containsEntry("IF", "s")
        .containsEntry("NONE", "x");
  }

  @Test
  void aResourceWhoseConditionIsFalseIsNotThere() throws IOException {
    String yaml =
        "Conditions:\n  Never: !Equals [a, b]\n"
            + FUNCTION.replace("    Properties", "    Condition: Never\n    Properties");
    assertThat(read(yaml, Map.of()).functions()).isEmpty();
  }

  @Test
  void aStreamSourceHasWhatTheTemplateSays() throws IOException {
    FunctionDefinition function =
        function(
            """
            Events:
              Items:
                Type: DynamoDB
                Properties:
                  Stream: !GetAtt Work.StreamArn
                  StartingPosition: LATEST
                  BatchSize: 5
                  MaximumRetryAttempts: 2
                  MaximumRecordAgeInSeconds: 60
                  FunctionResponseTypes: [ReportBatchItemFailures]
                  FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] }
            """);
    StreamSource source = function.streams().getFirst();
    assertThat(source.latest()).isTrue();
    assertThat(source.batchSize()).isEqualTo(5);
    assertThat(source.attempts()).isEqualTo(2);
    assertThat(source.maximumAge()).contains(Duration.ofMinutes(1));
    assertThat(source.itemFailures()).isTrue();
    assertThat(source.bisect()).isFalse();
    assertThat(source.patterns()).isEqualTo(List.of("{\"eventName\":[\"INSERT\"]}"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FunctionUrlConfig: { AuthType: NONE }                                            | Resources.Work.Properties.FunctionUrlConfig is not supported
          Events: { Q: { Type: SQS, Properties: { Queue: x } } }                           | Resources.Work.Properties.Events.Q.Type: events of type SQS
          Events: { T: { Type: ScheduleV2, Properties: { ScheduleExpression: cron(1) } } } | Resources.Work.Properties.Events.T.Properties.ScheduleExpression: cron(1) is not supported
          Environment: { Variables: { A: !Ref Nobody } }                                   | there is no resource or parameter Nobody
          Environment: { Variables: { A: !ImportValue x } }                                | Resources.Work.Properties.Environment.Variables.A: the function !ImportValue is not supported
          Layers: [one]                                                                    | Resources.Work.Properties.Layers
          Runtime: python3.13                                                              | Resources.Work.Properties.Runtime: python3.13
          Events: { H: { Type: HttpApi, Properties: { Auth: { Authorizer: X } } } }        | the API has no authoriser X
          Events: { H: { Type: HttpApi, Properties: { Cors: x } } }                        | Resources.Work.Properties.Events.H.Properties.Cors is not supported
          """)
  void whatIsNotSupportedIsNamedWithItsPlace(String property, String named) {
    String yaml =
        property.startsWith("Runtime")
            ? FUNCTION.replace("Runtime: java25", property)
            : FUNCTION + "      " + property + "\n";
    assertThatThrownBy(() -> read(yaml, Map.of()))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining(named);
  }

  @Test
  void aTypeOfResourceThatIsNotKnownIsNamed() {
    assertThatThrownBy(() -> read("Resources: { Box: { Type: AWS::Kinesis::Stream } }", Map.of()))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("Resources.Box")
        .hasMessageContaining("AWS::Kinesis::Stream");
  }

  @Test
  void aParameterWithoutAValueIsNamed() {
    assertThatThrownBy(() -> read("Parameters: { Key: { Type: String } }", Map.of()))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("Parameters.Key");
  }

  @Test
  void aWrongNameInAnAlarmIsFoundThoughAlarmsMeanNothingHere() {
    String yaml =
        """
        Resources:
          Late:
            Type: AWS::CloudWatch::Alarm
            Properties: { AlarmActions: [!Ref Nowhere] }
        """;
    assertThatThrownBy(() -> read(yaml, Map.of())).hasMessageContaining("Nowhere");
  }

  @Test
  void aFileThatIsNoYamlIsRefusedByItsName() {
    assertThatThrownBy(() -> read("a: [", Map.of()))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("template.yaml cannot be read");
  }

  @Test
  void aFunctionHearsOfWhatIsPutIntoABucket() throws IOException {
    BucketSource source =
        function(
                """
                EventInvokeConfig: { MaximumRetryAttempts: 1 }
                Events:
                  Put:
                    Type: S3
                    Properties:
                      Bucket: papers
                      Events: [s3:ObjectCreated:Put, "s3:ObjectCreated:C*"]
                      Filter: { S3Key: { Rules: [{ Name: prefix, Value: in/ }, { Name: suffix, Value: .csv }] } }
                """)
            .buckets()
            .getFirst();

    assertThat(source.attempts()).isEqualTo(1);
    assertThat(source.hears("papers", "in/a.csv", "ObjectCreated:Put")).isTrue();
    assertThat(source.hears("papers", "in/a.csv", "ObjectCreated:Copy")).isTrue();
    assertThat(source.hears("papers", "in/a.csv", "ObjectCreated:Post")).isFalse();
    assertThat(source.hears("papers", "out/a.csv", "ObjectCreated:Put")).isFalse();
    assertThat(source.hears("papers", "in/a.txt", "ObjectCreated:Put")).isFalse();
    assertThat(source.hears("others", "in/a.csv", "ObjectCreated:Put")).isFalse();
  }

  @Test
  void whatIsNotPutIsRefused() {
    assertThatThrownBy(
            () ->
                function(
                    "Events: { Gone: { Type: S3, Properties: { Bucket: papers, Events: s3:ObjectRemoved:* } } }"))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("s3:ObjectRemoved:*");
  }
}
