package dev.hoso.core;

/**
 * The pages for citizens, as they are written into messages, answers and documents.
 *
 * @param address the city's own, without a slash at the end
 */
public record CitizenPages(String address) {
  /** The setting that names the address. */
  public static final String SETTING = "HOSO_CITIZEN_ADDRESS";

  /** The pages of this deployment. */
  public static CitizenPages of(Settings settings) {
    return new CitizenPages(settings.required(SETTING));
  }

  /** Where a dossier is. */
  public String lookUp(String dossier) {
    return address + "/lookup/" + dossier;
  }

  /** A receipt, by the unguessable end of its address. */
  public String receipt(String receipt) {
    return address + "/receipts/" + receipt;
  }

  /**
   * Where a person says what they do not want to be told.
   *
   * @param token that stands for the person's phone or mailbox
   * @param kind of message that it is about first
   */
  public String stop(String token, String kind, Language language) {
    return address + "/stop/" + token + "?kind=" + kind + "&lang=" + language.code();
  }

  /**
   * Where an applicant says how it went.
   *
   * @param token proves that whoever has it was written to about the dossier
   */
  public String rate(DossierCode dossier, String token, Language language) {
    return address + "/rate/" + dossier + "/" + token + "?lang=" + language.code();
  }

  /** Where any result can be verified. */
  public String verify() {
    return address + "/verify";
  }

  /** Whether this result is genuine: without hyphens, as the QR code on it has it. */
  public String verify(ResultId result) {
    return verify() + "/" + result.value();
  }
}
