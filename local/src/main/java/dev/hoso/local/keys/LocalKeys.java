package dev.hoso.local.keys;

import dev.hoso.local.StartupProblem;
import dev.hoso.local.template.Key;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The template's keys that functions use, made at the first start. */
public final class LocalKeys {
  private final Map<String, KeyPair> signing = new LinkedHashMap<>();
  private final Map<String, SecretKey> hashing = new LinkedHashMap<>();

  /**
   * Takes the folder's keys, or makes them and keeps them there.
   *
   * @param folder none to make keys for this run only
   * @throws StartupProblem for a kind of key that has no stand-in
   */
  public LocalKeys(List<Key> keys, Optional<Path> folder) {
    for (Key key : keys) {
      try {
        add(key, folder.map(data -> data.resolve("keys").resolve(key.name())));
      } catch (IOException | GeneralSecurityException e) {
        throw new StartupProblem("The key " + key.name() + " cannot be used: " + e, e);
      }
    }
  }

  private void add(Key key, Optional<Path> file) throws IOException, GeneralSecurityException {
    switch (key.usage() + " " + key.spec()) {
      case "SIGN_VERIFY RSA_3072" -> signing.put(key.name(), keyPair(file));
      case "GENERATE_VERIFY_MAC HMAC_256" ->
          hashing.put(key.name(), new SecretKeySpec(secret(file), "HmacSHA256"));
      // What encrypts tables and logs on AWS encrypts nothing here.
      case "ENCRYPT_DECRYPT SYMMETRIC_DEFAULT" -> {}
      default ->
          throw new StartupProblem(
              "Resources." + key.name() + ": there is no stand-in for a key of " + key.spec());
    }
  }

  /** The keys that sign, by name. */
  Map<String, KeyPair> signing() {
    return signing;
  }

  /** The keys of keyed hashes, by name. */
  Map<String, SecretKey> hashing() {
    return hashing;
  }

  private static KeyPair keyPair(Optional<Path> file) throws IOException, GeneralSecurityException {
    if (file.isPresent() && Files.exists(file.get())) {
      return read(Base64.getDecoder().decode(Files.readString(file.get())));
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(3072);
    KeyPair made = generator.generateKeyPair();
    keep(made.getPrivate().getEncoded(), file);
    return made;
  }

  private static KeyPair read(byte[] pkcs8) throws GeneralSecurityException {
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    BigInteger modulus = key.getModulus();
    return new KeyPair(
        rsa.generatePublic(new RSAPublicKeySpec(modulus, key.getPublicExponent())), key);
  }

  private static byte[] secret(Optional<Path> file) throws IOException {
    if (file.isPresent() && Files.exists(file.get())) {
      return Base64.getDecoder().decode(Files.readString(file.get()));
    }
    byte[] made = new byte[32];
    new SecureRandom().nextBytes(made);
    keep(made, file);
    return made;
  }

  private static void keep(byte[] key, Optional<Path> file) throws IOException {
    if (file.isPresent()) {
      Files.createDirectories(file.get().toAbsolutePath().getParent());
      Files.writeString(file.get(), Base64.getEncoder().encodeToString(key));
    }
  }
}
