package dev.hoso.results.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority for time stamps (RFC 3161), which here always says the tests' time. */
public record TimeStamping(Identity authority) implements TSPSource {
  private static final long serialVersionUID = 1;
  private static final ASN1ObjectIdentifier SHA256 =
      new ASN1ObjectIdentifier(DigestAlgorithm.SHA256.getOid());

  /** One whose certificate that authority issued. */
  public static TimeStamping by(Authority issuer) {
    return new TimeStamping(
        issuer.issue(new Authority.Request("Dấu thời gian thử nghiệm").timeStamping()));
  }

  /** The document with a time stamp over the whole of it. */
  public byte[] stamp(byte[] pdf) {
    return stamp(pdf, parameters -> {});
  }

  /** The same, with other settings. */
  public byte[] stamp(byte[] pdf, Consumer<PAdESTimestampParameters> settings) {
    CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
    verifier.setAlertOnMissingRevocationData(alert -> {});
    PAdESService service = new PAdESService(verifier);
    service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
    service.setTspSource(this);
    PAdESTimestampParameters parameters = new PAdESTimestampParameters();
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    settings.accept(parameters);
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      service.timestamp(new InMemoryDocument(pdf), parameters).writeTo(out);
      return out.toByteArray();
    } catch (IOException ofMemory) {
      throw new IllegalStateException(ofMemory);
    }
  }

  @Override
  public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
    try {
      TimeStampTokenGenerator generator =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build("SHA256withRSA", authority.key(), authority.certificate()),
              new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(SHA256)),
              new ASN1ObjectIdentifier("1.2.3.4"));
      generator.addCertificates(new JcaCertStore(authority.chain()));
      TimeStampRequestGenerator asked = new TimeStampRequestGenerator();
      asked.setCertReq(true);
      TimeStampRequest request =
          asked.generate(new ASN1ObjectIdentifier(algorithm.getOid()), digest);
      TimeStampToken token = generator.generate(request, BigInteger.ONE, Date.from(Tests.NOW));
      return new TimestampBinary(token.getEncoded());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
