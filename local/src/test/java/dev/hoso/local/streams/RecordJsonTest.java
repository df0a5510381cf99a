package dev.hoso.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.local.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

class RecordJsonTest {
  private static final Map<String, AttributeValue> IMAGE =
      Map.of(
          "map",
          AttributeValue.fromM(
              Map.of(
                  "list",
                  AttributeValue.fromL(
                      List.of(AttributeValue.fromBool(true), AttributeValue.fromNul(true))))));

  private static Record record() {
    return Record.builder()
        .eventID("e1")
        .eventName("MODIFY")
        .dynamodb(
            change ->
                change
                    .approximateCreationDateTime(Instant.ofEpochSecond(1795489445))
                    .keys(Map.of("id", AttributeValue.fromS("x")))
                    .newImage(IMAGE)
                    .oldImage(
                        Map.of(
                            "set",
                            AttributeValue.fromNs(List.of("1", "2")),
                            "raw",
                            AttributeValue.fromB(SdkBytes.fromUtf8String("hi"))))
                    .sequenceNumber("100000000000000000001")
                    .sizeBytes(26L)
                    .streamViewType("NEW_AND_OLD_IMAGES"))
        .build();
  }

  @Test
  void aRecordIsWhatLambdaHandsToFunctions() {
    assertThat(Json.read(RecordJson.of(record(), "Items").json().toString()))
        .isEqualTo(
            Json.read(
                """
                {
                  "eventID": "e1",
                  "eventName": "MODIFY",
                  "eventVersion": "1.1",
                  "eventSource": "aws:dynamodb",
                  "awsRegion": "ap-southeast-1",
                  "dynamodb": {
                    "ApproximateCreationDateTime": 1795489445,
                    "Keys": { "id": { "S": "x" } },
                    "NewImage": { "map": { "M": { "list": { "L": [{ "BOOL": true }, { "NULL": true }] } } } },
                    "OldImage": { "set": { "NS": ["1", "2"] }, "raw": { "B": "aGk=" } },
                    "SequenceNumber": "100000000000000000001",
                    "SizeBytes": 26,
                    "StreamViewType": "NEW_AND_OLD_IMAGES"
                  },
                  "eventSourceARN": "arn:aws:dynamodb:ap-southeast-1:000000000000:table/Items/stream/local"
                }
                """));
  }
}
