package dev.hoso.payments.settlement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A settlement file by its key: {@code settlements/<gateway>/<yyyy-MM-dd>[-anything].csv}.
 *
 * @param gateway as the key has it; perhaps none that there is
 * @param name what it is called there, without {@code .csv}: names its report
 */
public record Sheet(String gateway, String name) {
  private static final String FOLDER = "settlements/";

  /** The folder of all reports. */
  public static final String REPORTS = "reports/";

  private static final String ENDING = ".csv";
  private static final int DAY_LENGTH = 10;

  /** The file of a key; empty where it is a folder, as S3's console makes them. */
  public static Optional<Sheet> of(String key) {
    if (!key.startsWith(FOLDER) || key.endsWith("/")) {
      return Optional.empty();
    }
    String rest = key.substring(FOLDER.length());
    int slash = rest.indexOf('/');
    String gateway = slash < 0 ? "" : rest.substring(0, slash);
    String file = rest.substring(slash + 1);
    boolean csv = file.endsWith(ENDING);
    String name = csv ? file.substring(0, file.length() - ENDING.length()) : file;
    return Optional.of(new Sheet(gateway, name));
  }

  /** The day that it is of; empty where its name does not begin with one. */
  public Optional<LocalDate> day() {
    if (name.length() < DAY_LENGTH || !name.substring(DAY_LENGTH).matches("(-[A-Za-z0-9._-]+)?")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(name.substring(0, DAY_LENGTH)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Where it lies. */
  public String key() {
    return FOLDER + gateway + "/" + name + ENDING;
  }

  /** Where its report lies, in one of its forms. */
  public String report(ReportForm form) {
    return reports(gateway) + name + form.ending();
  }

  /** How the keys of a gateway's reports begin. */
  public static String reports(String gateway) {
    return REPORTS + gateway + "/";
  }
}
