package dev.hoso.results.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Signs a PDF as ETSI EN 319 142 has it, baseline B, with a key that is somewhere else. */
final class Pades {
  /** Room for the signature in the PDF: a chain of four certificates fits well. */
  private static final int ROOM = 24_576;

  private final PAdESService service = new PAdESService(new CommonCertificateVerifier());
  private final SigningKey key;
  private final List<CertificateToken> chain;

  Pades(SigningKey key, SealPapers papers) {
    this.key = key;
    this.chain = papers.chain().stream().map(CertificateToken::new).toList();
  }

  byte[] sign(byte[] pdf, String reason, Instant now) {
    DSSDocument document = new InMemoryDocument(pdf);
    PAdESSignatureParameters parameters = parameters(reason, now);
    ToBeSigned attributes = service.getDataToSign(document, parameters);
    SignatureValue signature =
        new SignatureValue(SignatureAlgorithm.RSA_SHA256, key.sign(attributes.getBytes()));
    return DSSUtils.toByteArray(service.signDocument(document, parameters, signature));
  }

  private PAdESSignatureParameters parameters(String reason, Instant now) {
    PAdESSignatureParameters parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setSigningCertificate(chain.getFirst());
    parameters.setCertificateChain(chain);
    parameters.setContentSize(ROOM);
    parameters.setReason(reason);
    parameters.bLevel().setSigningDate(Date.from(now));
    return parameters;
  }
}
