package dev.hoso.results.seal;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Somebody who issues certificates; the tests change what is wrong with one, and nothing else. */
public final class Authority {
  private static final AtomicLong SERIAL = new AtomicLong(1);
  private static final Duration LIFE = Duration.ofDays(3650);

  private final Identity identity;

  private Authority(Identity identity) {
    this.identity = identity;
  }

  /** One that issued its own certificate. */
  public static Authority root(String name) {
    KeyPair key = Identity.rsa(2048);
    Request own = new Request(name).authority().with(key);
    return new Authority(
        new Identity(key.getPrivate(), List.of(own.signedBy(own.subject, key, null))));
  }

  /** Somebody who issues certificates without being made for it. */
  public static Authority of(Identity identity) {
    return new Authority(identity);
  }

  /** One that this one certified. */
  public Authority intermediate(String name) {
    return new Authority(issue(new Request(name).authority()));
  }

  /** Its list of revoked certificates (CRL), on which that one stands. */
  public byte[] revoke(Identity lost, Instant at) {
    try {
      X509v2CRLBuilder list =
          new JcaX509v2CRLBuilder(identity.certificate(), Date.from(Tests.NOW.minusSeconds(60)));
      list.setNextUpdate(Date.from(Tests.NOW.plus(Duration.ofDays(1))));
      list.addCRLEntry(
          lost.certificate().getSerialNumber(), Date.from(at), CRLReason.keyCompromise);
      list.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(identity.certificate()));
      list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
      return list.build(new JcaContentSignerBuilder("SHA256withRSA").build(identity.key()))
          .getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its own certificate. */
  public X509Certificate certificate() {
    return identity.certificate();
  }

  /** Somebody with a good certificate. */
  public Identity issue(String name) {
    return issue(new Request(name));
  }

  /** Somebody with the certificate that was asked for. */
  public Identity issue(Request request) {
    X509Certificate issuer = identity.certificate();
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(
        request.signedBy(
            X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
            new KeyPair(issuer.getPublicKey(), identity.key()),
            issuer));
    chain.addAll(identity.chain());
    return new Identity(request.key.getPrivate(), chain);
  }

  /** What a certificate shall say. */
  public static final class Request {
    private final X500Name subject;
    private KeyPair key = Identity.rsa(2048);
    private Instant from = Tests.NOW.minus(Duration.ofDays(365));
    private Instant to = from.plus(LIFE);
    private int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    private boolean authority;
    private boolean stamps;
    private String algorithm = "SHA256withRSA";
    private String online = "";

    public Request(String name) {
      subject = new X500Name("C=VN,O=Tổ chức thử nghiệm,CN=" + name);
    }

    public Request valid(Instant begin, Instant end) {
      from = begin;
      to = end;
      return this;
    }

    public Request with(KeyPair pair) {
      key = pair;
      return this;
    }

    public Request usage(int bits) {
      usage = bits;
      return this;
    }

    public Request algorithm(String name) {
      algorithm = name;
      return this;
    }

    /** Says where the issuer, its list and its answers are to be had. */
    public Request online(String address) {
      online = address;
      return this;
    }

    /** For time stamps. */
    public Request timeStamping() {
      stamps = true;
      return this;
    }

    Request authority() {
      authority = true;
      usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
      return this;
    }

    private X509Certificate signedBy(X500Name issuer, KeyPair by, X509Certificate issuers) {
      try {
        X509v3CertificateBuilder builder =
            new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(SERIAL.getAndIncrement()),
                Date.from(from),
                Date.from(to),
                subject,
                key.getPublic());
        extend(builder, by);
        return new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(new JcaContentSignerBuilder(algorithm).build(by.getPrivate())));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private void extend(X509v3CertificateBuilder builder, KeyPair issuer) throws Exception {
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      builder
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
          .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              ids.createSubjectKeyIdentifier(key.getPublic()))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              ids.createAuthorityKeyIdentifier(issuer.getPublic()));
      if (stamps) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            true,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
      }
      if (!online.isEmpty()) {
        pointOnline(builder);
      }
    }

    private void pointOnline(X509v3CertificateBuilder builder) throws Exception {
      GeneralName uri = new GeneralName(GeneralName.uniformResourceIdentifier, online);
      builder.addExtension(
          Extension.authorityInfoAccess,
          false,
          new AuthorityInformationAccess(
              new AccessDescription[] {
                new AccessDescription(AccessDescription.id_ad_caIssuers, uri),
                new AccessDescription(AccessDescription.id_ad_ocsp, uri)
              }));
      builder.addExtension(
          Extension.cRLDistributionPoints,
          false,
          new CRLDistPoint(
              new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(new GeneralNames(uri)), null, null)
              }));
    }
  }
}
