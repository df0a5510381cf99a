package dev.hoso.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.hoso.local.StartupProblem;
import dev.hoso.local.template.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The issuer of tokens on this machine, in the name of the one that the template trusts. Tokens
 * live in real time, whatever the local clock says: it is for what waits, not for who may call.
 */
public final class Tokens {
  private static final Duration LIFE = Duration.ofHours(8);

  private final RSAKey key;

  /**
   * Takes the folder's key, or makes one and keeps it there.
   *
   * @param folder none to make a key for this run only
   */
  public Tokens(Optional<Path> folder) {
    try {
      this.key = folder.isPresent() ? kept(folder.get().resolve("token-key.json")) : make();
    } catch (IOException | ParseException | JOSEException e) {
      throw new StartupProblem("The key of local tokens cannot be used: " + e.getMessage(), e);
    }
  }

  private static RSAKey kept(Path file) throws IOException, ParseException, JOSEException {
    if (Files.exists(file)) {
      return RSAKey.parse(Files.readString(file));
    }
    RSAKey made = make();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, made.toJSONString());
    return made;
  }

  private static RSAKey make() throws JOSEException {
    return new RSAKeyGenerator(2048).keyID("local").generate();
  }

  /** A token and its end. */
  public record Issued(String token, Instant expiresAt) {}

  /**
   * Issues a token.
   *
   * @param unit whose people it is of, where it is of a unit's
   */
  public Issued issue(
      String issuer, List<String> audiences, List<String> scopes, Optional<String> unit) {
    Instant now = Instant.now();
    JWTClaimsSet.Builder all =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audiences)
            .subject("local")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .claim("scope", String.join(" ", scopes));
    unit.ifPresent(code -> all.claim("unit", code));
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("local").build(), all.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return new Issued(token.serialize(), now.plus(LIFE));
  }

  /**
   * Checks signature, issuer, audience and times.
   *
   * @return nothing if the token proves nothing
   */
  Optional<Claims> check(String token, Route.Jwt rule) {
    try {
      SignedJWT signed = SignedJWT.parse(token);
      JWTClaimsSet claims = signed.getJWTClaimsSet();
      boolean valid =
          signed.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
              && signed.verify(new RSASSAVerifier(key.toRSAPublicKey()))
              && rule.issuer().equals(claims.getIssuer())
              && claims.getAudience().stream().anyMatch(rule.audiences()::contains)
              && inTime(claims);
      return valid ? Optional.of(new Claims(claims.getClaims(), scopes(claims))) : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private static boolean inTime(JWTClaimsSet claims) {
    Instant now = Instant.now();
    boolean ended =
        claims.getExpirationTime() == null || !now.isBefore(claims.getExpirationTime().toInstant());
    boolean begun =
        claims.getNotBeforeTime() == null || !now.isBefore(claims.getNotBeforeTime().toInstant());
    return begun && !ended;
  }

  /**
   * Issuers differ in the claim's name and form; API Gateway takes {@code scope} or {@code scp}.
   */
  private static List<String> scopes(JWTClaimsSet claims) {
    Object scope = claims.getClaims().getOrDefault("scope", claims.getClaim("scp"));
    if (scope instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return scope == null
        ? List.of()
        : Arrays.stream(scope.toString().split(" ")).filter(one -> !one.isEmpty()).toList();
  }
}
