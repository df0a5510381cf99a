package dev.hoso.results.seal.check;

import dev.hoso.results.Sealer.Reason;

/**
 * What can be wrong with a document or with the values of one. Types are stable, texts are not:
 *
 * <table>
 *   <caption>Types of reasons</caption>
 *   <tr><th>type</th><th>what is wrong</th></tr>
 *   <tr><td>{@code empty}</td><td>no bytes</td></tr>
 *   <tr><td>{@code too-large}</td><td>more than 50 MB</td></tr>
 *   <tr><td>{@code not-a-pdf}</td><td>it does not begin as a PDF does</td></tr>
 *   <tr><td>{@code damaged}</td><td>a PDF that cannot be read, is cut off, or has no page</td></tr>
 *   <tr><td>{@code encrypted}</td><td>a password or encryption, also with an empty password</td></tr>
 *   <tr><td>{@code no-signature}</td><td>said to be signed, and is not (any more)</td></tr>
 *   <tr><td>{@code unreadable-signature}</td><td>a signature without the parts that it needs</td></tr>
 *   <tr><td>{@code not-wholly-signed}</td><td>a signature leaves out more than itself</td></tr>
 *   <tr><td>{@code changed-after-signing}</td><td>signed bytes are not what they were, or more was
 *       added than further signatures, time stamps and data for long-term validation</td></tr>
 *   <tr><td>{@code broken-signature}</td><td>the signature was not made with the certificate's key</td></tr>
 *   <tr><td>{@code weak-signature}</td><td>SHA-1, RSA below 2048 bits and the like</td></tr>
 *   <tr><td>{@code unknown-certificate}</td><td>its chain leads to no trust anchor</td></tr>
 *   <tr><td>{@code unfit-certificate}</td><td>it, or its issuer's, is not made for this</td></tr>
 *   <tr><td>{@code revoked-certificate}</td><td>the document itself carries its revocation</td></tr>
 *   <tr><td>{@code expired-certificate}</td><td>it had ended at signing, or has ended since</td></tr>
 *   <tr><td>{@code not-yet-valid-certificate}</td><td>it had not begun at signing</td></tr>
 *   <tr><td>{@code no-signing-time}</td><td>the signature says no time</td></tr>
 *   <tr><td>{@code signed-in-the-future}</td><td>it says one more than five minutes ahead</td></tr>
 *   <tr><td>{@code refused-signature}</td><td>anything else that the rules of ETSI EN 319 102-1 forbid</td></tr>
 *   <tr><td>{@code already-signed}</td><td>to be sealed, and has a signature or a field for one</td></tr>
 *   <tr><td>{@code no-template}</td><td>fields were sent for a procedure that has no template</td></tr>
 *   <tr><td>{@code unfit-fields}</td><td>a field is missing, too long or unknown</td></tr>
 *   <tr><td>{@code unprintable-text}</td><td>letters that the font does not have</td></tr>
 * </table>
 */
public enum Flaw {
  EMPTY("empty", "The document has no bytes; send it again."),
  TOO_LARGE("too-large", "The document is larger than 50 MB; send a smaller one."),
  NOT_A_PDF("not-a-pdf", "The document is not a PDF; save it as one and send that."),
  DAMAGED("damaged", "The PDF is damaged or cut off (%s); export it again and send it whole."),
  ENCRYPTED("encrypted", "The PDF is encrypted; save it without a password and send that."),
  NO_SIGNATURE(
      "no-signature", "The PDF has no signature; sign it, or send it as unsigned to be sealed."),
  UNREADABLE_SIGNATURE(
      "unreadable-signature",
      "%s cannot be read as a signature of a PDF; sign the document again."),
  NOT_WHOLLY_SIGNED(
      "not-wholly-signed",
      "%s does not cover the whole document up to its own end; sign the document again."),
  CHANGED_AFTER_SIGNING(
      "changed-after-signing",
      "The document was changed after it was signed (%s); ask the department for the original."),
  BROKEN_SIGNATURE(
      "broken-signature",
      "%s does not match its certificate; ask the department for the original."),
  WEAK_SIGNATURE(
      "weak-signature",
      "%s uses an algorithm or a key that is no longer safe; sign with SHA-256 and RSA of at least"
          + " 2048 bits."),
  UNKNOWN_CERTIFICATE(
      "unknown-certificate",
      "%s has a certificate by an authority that is not trusted here; sign with an"
          + " official certificate, or have the authority added to settings/trust.pem."),
  UNFIT_CERTIFICATE(
      "unfit-certificate",
      "%s has a certificate that is not made for signing, or whose issuer is no authority; sign with"
          + " another one."),
  REVOKED_CERTIFICATE(
      "revoked-certificate",
      "%s has a certificate that was revoked; sign the document with a valid one."),
  EXPIRED_CERTIFICATE(
      "expired-certificate",
      "%s has a certificate that ended on %s; sign the document again with a valid one."),
  NOT_YET_VALID_CERTIFICATE(
      "not-yet-valid-certificate",
      "%s has a certificate that begins on %s only; sign the document again."),
  NO_SIGNING_TIME("no-signing-time", "%s does not say when it was made; sign the document again."),
  SIGNED_IN_THE_FUTURE(
      "signed-in-the-future",
      "%s says that it was made on %s, which is yet to come; set the clock and sign again."),
  REFUSED_SIGNATURE(
      "refused-signature", "%s does not fulfil the rules for signatures (%s); sign again."),
  ALREADY_SIGNED(
      "already-signed",
      "The PDF has a signature or a field for one; send it as signed, or without it."),
  NO_TEMPLATE(
      "no-template",
      "Results of this procedure cannot be made of fields; send a PDF, or add a template."),
  UNFIT_FIELDS("unfit-fields", "%s %s."),
  UNPRINTABLE_TEXT(
      "unprintable-text", "%s has characters that cannot be printed (%s); write it without them.");

  private final String type;
  private final String detail;

  Flaw(String type, String detail) {
    this.type = type;
    this.detail = detail;
  }

  /** The stable name. */
  public String type() {
    return type;
  }

  /**
   * The reason to refuse.
   *
   * @param parts what the detail leaves open, in its order; never personal
   */
  public Reason reason(Object... parts) {
    return new Reason(type, String.format(detail, parts));
  }
}
