package dev.hoso.results.seal;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorException;

/** A signature as {@code adbe.pkcs7.detached} has it, made by Bouncy Castle alone. */
record CmsSignature(Identity signer, Instant at, String algorithm) {
  CmsSignature(Identity signer, Instant at) {
    this(signer, at, "SHA256withRSA");
  }

  byte[] over(InputStream content) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder()
              .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(time()))
              .build(algorithm, signer.key(), signer.certificate()));
      List<X509Certificate> chain = signer.chain();
      generator.addCertificates(new JcaCertStore(chain));
      return generator
          .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
          .getEncoded();
    } catch (IOException
        | java.security.GeneralSecurityException
        | OperatorException
        | org.bouncycastle.cms.CMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private AttributeTable time() {
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
    return new AttributeTable(attributes);
  }
}
