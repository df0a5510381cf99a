package dev.hoso.results.seal.check;

import eu.europa.esig.dss.enumerations.ValidationLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/**
 * Validation by EU DSS without a network: no certificate, revocation list, status or signature
 * policy is fetched. To be made once: reading the policy takes longer than validating.
 */
final class DssValidation {
  private static final String POLICY = "/hoso/seal/policy.xml";

  private final CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
  private final ValidationPolicy policy = policy();

  /** Trusts these certificates, and what they issued. */
  DssValidation(Collection<X509Certificate> anchors) {
    CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    anchors.forEach(anchor -> trusted.addCertificate(new CertificateToken(anchor)));
    verifier.setTrustedCertSources(trusted);
  }

  /**
   * What is to be said about a document's signatures at a time.
   *
   * @throws RuntimeException when one of them cannot be read
   */
  DssReport validate(byte[] pdf, Instant now) {
    PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
    validator.setPdfObjFactory(reader());
    validator.setCertificateVerifier(verifier);
    validator.setSignaturePolicyProvider(new SignaturePolicyProvider());
    validator.setValidationTime(Date.from(now));
    validator.setValidationLevel(ValidationLevel.BASIC_SIGNATURES);
    validator.setEnableEtsiValidationReport(false);
    List<PAdESSignature> signatures =
        validator.getSignatures().stream().map(PAdESSignature.class::cast).toList();
    Reports reports = validator.validateDocument(policy);
    return new DssReport(reports, signatures);
  }

  /**
   * Compares objects, not pictures: those need AWT and the memory of all pages, see LaterChanges.
   */
  private static PdfBoxNativeObjectFactory reader() {
    DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
    differences.setMaximalPagesAmountForVisualComparison(0);
    PdfBoxNativeObjectFactory reader = new PdfBoxNativeObjectFactory();
    reader.setPdfDifferencesFinder(differences);
    return reader;
  }

  private static ValidationPolicy policy() {
    try (InputStream xml = DssValidation.class.getResourceAsStream(POLICY)) {
      return ValidationPolicyLoader.fromValidationPolicy(xml).create();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
