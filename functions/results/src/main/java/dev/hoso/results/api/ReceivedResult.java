package dev.hoso.results.api;

import dev.hoso.core.Time;
import dev.hoso.results.Result;
import dev.hoso.results.ResultRequest;
import dev.hoso.results.ResultStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * That a result was taken in. It is the same for every repeat, wherever the result stands by then.
 *
 * @param verifyUrl where anybody verifies it, once it is issued
 */
@Serdeable
@Schema(description = "A result that was taken in, to be checked or sealed")
record ReceivedResult(
    String number, String resultId, String status, String createdAt, String verifyUrl) {

  static ReceivedResult of(Result result, String verifyUrl) {
    ResultRequest request = result.request();
    return new ReceivedResult(
        request.number().value(),
        request.result().text(),
        ResultStatus.RECEIVED.code(),
        Time.text(request.createdAt()),
        verifyUrl);
  }
}
