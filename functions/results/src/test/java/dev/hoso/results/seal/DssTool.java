package dev.hoso.results.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;

/** EU DSS, as a department's own software may use it: PAdES-BASELINE-B. */
public record DssTool(Consumer<PAdESSignatureParameters> settings) implements SigningTool {
  public DssTool() {
    this(parameters -> {});
  }

  @Override
  public byte[] sign(byte[] pdf, Identity signer, Instant at) {
    CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    verifier.setAlertOnExpiredCertificate(alert -> {});
    verifier.setAlertOnNotYetValidCertificate(alert -> {});
    PAdESService service = new PAdESService(verifier);
    service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
    PAdESSignatureParameters parameters = parameters(signer, at);
    DSSDocument document = new InMemoryDocument(pdf);
    ToBeSigned message = service.getDataToSign(document, parameters);
    SignatureValue value =
        new SignatureValue(
            parameters.getSignatureAlgorithm(), value(signer, parameters, message.getBytes()));
    return bytes(service.signDocument(document, parameters, value));
  }

  private PAdESSignatureParameters parameters(Identity signer, Instant at) {
    PAdESSignatureParameters parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    List<CertificateToken> chain = signer.chain().stream().map(CertificateToken::new).toList();
    parameters.setSigningCertificate(chain.getFirst());
    parameters.setCertificateChain(chain);
    parameters.bLevel().setSigningDate(Date.from(at));
    settings.accept(parameters);
    return parameters;
  }

  private static byte[] value(
      Identity signer, PAdESSignatureParameters parameters, byte[] message) {
    try {
      Signature signature = Signature.getInstance(parameters.getSignatureAlgorithm().getJCEId());
      signature.initSign(signer.key());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(DSSDocument document) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.writeTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
