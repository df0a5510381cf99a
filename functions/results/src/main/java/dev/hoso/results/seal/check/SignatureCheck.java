package dev.hoso.results.seal.check;

import dev.hoso.results.Sealer.Reason;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.DSSException;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Checks a PDF that a department signed, without a network. It may have several signatures; all of
 * them must hold and lead to a trust anchor. See {@link Flaw} for what can be wrong.
 *
 * <p>Whether a certificate was revoked is not asked for: there is nobody to ask offline. A document
 * that carries the answer itself is believed when it says so.
 */
public final class SignatureCheck {
  private final DssValidation dss;

  /** Trusts these certificates, and what they issued. */
  public SignatureCheck(Collection<X509Certificate> anchors) {
    dss = new DssValidation(anchors);
  }

  /**
   * Who signed last, and when.
   *
   * @param signer as the certificate says
   */
  public record Outcome(String signer, Instant signedAt) {}

  /**
   * Who signed the document, if it may be issued.
   *
   * @throws RefusedDocument with everything that is wrong
   */
  public Outcome check(byte[] pdf, Instant now) throws RefusedDocument {
    List<Signed> signed = signed(pdf);
    requireWhole(pdf, signed);
    DssReport report = validate(pdf, signed, now);
    List<Reason> reasons = new ArrayList<>();
    for (FoundSignature signature : report.signatures()) {
      reason(report, signature, now).ifPresent(reasons::add);
    }
    unchanged(pdf, signed).ifPresent(what -> add(reasons, what));
    if (!report.timestampsAreIntact()) {
      reasons.add(Flaw.BROKEN_SIGNATURE.reason("A time stamp"));
    }
    if (!reasons.isEmpty()) {
      throw new RefusedDocument(reasons);
    }
    FoundSignature last = report.signatures().getLast();
    return new Outcome(last.signer(), last.signedAt().orElseThrow());
  }

  private static List<Signed> signed(byte[] pdf) throws RefusedDocument {
    try (PDDocument document = PdfReader.open(pdf)) {
      List<Signed> signed = Signed.in(document);
      if (signed.stream().allMatch(Signed::timestamp)) {
        throw new RefusedDocument(Flaw.NO_SIGNATURE.reason());
      }
      return signed;
    } catch (IOException unreadable) {
      throw new RefusedDocument(Flaw.DAMAGED.reason("it cannot be read"));
    }
  }

  private static void requireWhole(byte[] pdf, List<Signed> signed) throws RefusedDocument {
    for (Signed one : signed) {
      if (!one.wholly(pdf)) {
        throw new RefusedDocument(
            Flaw.NOT_WHOLLY_SIGNED.reason(one.timestamp() ? "A time stamp" : "A signature"));
      }
    }
  }

  /** What DSS passes over in silence must not pass here: it counts only what it can read. */
  private DssReport validate(byte[] pdf, List<Signed> signed, Instant now) throws RefusedDocument {
    try {
      DssReport report = dss.validate(pdf, now);
      if (report.signatures().size() + report.timestamps() == signed.size()) {
        return report;
      }
    } catch (DSSException unreadable) {
      // Anything else is ours, and must not look like the document's.
    }
    throw new RefusedDocument(Flaw.UNREADABLE_SIGNATURE.reason("A signature"));
  }

  private static Optional<Reason> reason(DssReport report, FoundSignature signature, Instant now) {
    String called = called(report.signatures(), signature);
    if (report.passed(signature)) {
      return SigningTimes.reason(signature, called, now);
    }
    return switch (report.why(signature)) {
      case HASH_FAILURE, FORMAT_FAILURE, SIGNED_DATA_NOT_FOUND ->
          Optional.of(Flaw.CHANGED_AFTER_SIGNING.reason("signed bytes are others"));
      case SIG_CRYPTO_FAILURE -> Optional.of(Flaw.BROKEN_SIGNATURE.reason(called));
      case NO_SIGNING_CERTIFICATE_FOUND,
          NO_CERTIFICATE_CHAIN_FOUND,
          NO_CERTIFICATE_CHAIN_FOUND_NO_POE ->
          Optional.of(Flaw.UNKNOWN_CERTIFICATE.reason(called));
      case CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE ->
          Optional.of(Flaw.WEAK_SIGNATURE.reason(called));
      case CHAIN_CONSTRAINTS_FAILURE, CERTIFICATE_CHAIN_GENERAL_FAILURE ->
          Optional.of(Flaw.UNFIT_CERTIFICATE.reason(called));
      case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE ->
          Optional.of(Flaw.REVOKED_CERTIFICATE.reason(called));
      default -> Optional.of(other(report.why(signature), signature, called, now));
    };
  }

  /** What DSS says about times is said with the time; else its own word for it. */
  private static Reason other(
      SubIndication why, FoundSignature signature, String called, Instant now) {
    return SigningTimes.reason(signature, called, now)
        .orElseGet(() -> Flaw.REFUSED_SIGNATURE.reason(called, why.name()));
  }

  private static Optional<String> unchanged(byte[] pdf, List<Signed> signed) {
    return Steps.changes(pdf, signed);
  }

  private static void add(List<Reason> reasons, String what) {
    String type = Flaw.CHANGED_AFTER_SIGNING.type();
    if (reasons.stream().noneMatch(reason -> reason.type().equals(type))) {
      reasons.add(Flaw.CHANGED_AFTER_SIGNING.reason(what));
    }
  }

  private static String called(List<FoundSignature> all, FoundSignature signature) {
    return all.size() == 1
        ? "The signature"
        : "Signature " + (all.indexOf(signature) + 1) + " of " + all.size();
  }
}
