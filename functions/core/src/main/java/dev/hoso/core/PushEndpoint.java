package dev.hoso.core;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A device on which the city's app runs, as SNS knows it: the ARN of a platform endpoint
 * (docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html).
 *
 * <p>It leads to one person, as a phone number does, and is treated as one.
 */
public record PushEndpoint(String arn) {
  private static final int SHOWN = 4;

  /** Platform, application, and the name that SNS gives to each device. */
  private static final Pattern FORM =
      Pattern.compile(
          "arn:aws(?:-cn|-us-gov)?:sns:[a-z]{2}(?:-[a-z]+)+-\\d:\\d{12}:endpoint"
              + "/[A-Z]{2,12}(?:_[A-Z]{2,12}){0,2}/[A-Za-z0-9_.-]{1,256}"
              + "/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /**
   * Keeps what is right and nothing else.
   *
   * @throws IllegalArgumentException when it is not such an ARN
   */
  public PushEndpoint {
    if (!FORM.matcher(arn).matches()) {
      throw new IllegalArgumentException("not the ARN of a platform endpoint");
    }
  }

  /**
   * Reads what an app's server sent.
   *
   * @param field the name to complain under
   * @throws Invalid when it is absent or no such ARN
   */
  public static PushEndpoint parse(String field, @Nullable String text) {
    try {
      return new PushEndpoint(text == null ? "" : text.strip());
    } catch (IllegalArgumentException noEndpoint) {
      throw new Invalid(
          field,
          "must be the ARN of an SNS platform endpoint, like"
              + " arn:aws:sns:ap-southeast-1:123456789012:endpoint/GCM/app/<uuid>");
    }
  }

  /** For logs and pages: the last four characters. */
  public String masked() {
    return "…" + arn.substring(arn.length() - SHOWN);
  }

  /** Masked, because a record's text ends up in logs and a device is personal data. */
  @Override
  public String toString() {
    return masked();
  }
}
