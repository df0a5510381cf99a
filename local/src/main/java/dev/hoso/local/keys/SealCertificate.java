package dev.hoso.local.keys;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate of the local seal, by an authority that is made for it alone and whose key is
 * thrown away. Nobody but this machine trusts it.
 *
 * @param chain the organisation's certificate and the authority's, PEM
 * @param anchor the authority's certificate, PEM
 */
public record SealCertificate(String chain, String anchor) {
  private static final Duration LIFE = Duration.ofDays(3650);
  private static final X500Name AUTHORITY = new X500Name("C=VN,O=Hoso local,CN=Hoso local root");
  private static final X500Name ORGANISATION =
      new X500Name("C=VN,L=Hà Nội,O=Ủy ban nhân dân thành phố (thử nghiệm),CN=Hoso local seal");

  /** A certificate for the key that seals. */
  public static SealCertificate of(LocalKeys keys, String name, Instant now) {
    KeyPair seal = keys.signing().get(name);
    if (seal == null) {
      throw new IllegalArgumentException("no key " + name);
    }
    try {
      return certify(seal.getPublic(), now);
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("The local seal cannot be certified", e);
    }
  }

  private static SealCertificate certify(PublicKey seal, Instant now)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair authority = generator.generateKeyPair();
    X509Certificate root = sign(AUTHORITY, authority.getPublic(), true, authority, now);
    X509Certificate leaf = sign(ORGANISATION, seal, false, authority, now);
    return new SealCertificate(pem(leaf) + pem(root), pem(root));
  }

  private static X509Certificate sign(
      X500Name subject, PublicKey key, boolean authority, KeyPair issuer, Instant now)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    int usage =
        authority
            ? KeyUsage.keyCertSign | KeyUsage.cRLSign
            : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
    X509v3CertificateBuilder certificate =
        new JcaX509v3CertificateBuilder(
                AUTHORITY,
                BigInteger.valueOf(now.toEpochMilli()).shiftLeft(1).add(flag(authority)),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(LIFE)),
                subject,
                key)
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
            .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
            .addExtension(
                Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key))
            .addExtension(
                Extension.authorityKeyIdentifier,
                false,
                ids.createAuthorityKeyIdentifier(issuer.getPublic()));
    return new JcaX509CertificateConverter()
        .getCertificate(
            certificate.build(
                new JcaContentSignerBuilder("SHA256withRSA").build(issuer.getPrivate())));
  }

  private static BigInteger flag(boolean set) {
    return set ? BigInteger.ONE : BigInteger.ZERO;
  }

  private static String pem(X509Certificate certificate) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(certificate);
    }
    return text.toString();
  }
}
