package dev.hoso.results.seal;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
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
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorException;

/** A signature as {@code adbe.pkcs7.detached} has it, made by Bouncy Castle alone. */
record CmsSignature(Identity signer, Instant at, String algorithm, boolean timed) {
  CmsSignature(Identity signer, Instant at) {
    this(signer, at, "SHA256withRSA", true);
  }

  byte[] over(InputStream content) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSimpleSignerInfoGeneratorBuilder()
              .setSignedAttributeGenerator(attributes())
              .build(algorithm, signer.key(), signer.certificate()));
      List<X509Certificate> chain = signer.chain();
      generator.addCertificates(new JcaCertStore(chain));
      return generator
          .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
          .getEncoded();
    } catch (IOException | GeneralSecurityException | OperatorException | CMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private CMSAttributeTableGenerator attributes() {
    ASN1EncodableVector time = new ASN1EncodableVector();
    time.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
    CMSAttributeTableGenerator all =
        new DefaultSignedAttributeTableGenerator(new AttributeTable(time));
    return timed
        ? all
        : parameters -> all.getAttributes(parameters).remove(CMSAttributes.signingTime);
  }
}
