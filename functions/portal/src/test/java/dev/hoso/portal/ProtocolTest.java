package dev.hoso.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.Settings;
import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.portal.protocol.Mapping;
import dev.hoso.portal.protocol.Portal;
import dev.hoso.portal.protocol.PortalSettings;
import dev.hoso.portal.protocol.PortalTrouble;
import dev.hoso.standins.portal.PortalServer;
import dev.hoso.standins.portal.StandInPortal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the portal is called: logging in, and what its answers mean. */
class ProtocolTest {
  private static final String CODE = "H26.15-261123-0042";

  private final MovableClock clock = new MovableClock();
  private final StandInPortal standIn = new StandInPortal("hoso", "secret", clock);
  private final PortalServer server = new PortalServer(standIn);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aSessionIsOpenedOnceAndAnewWhenItIsOver() {
    Portal portal = portal(Map.of());
    assertThat(portal.lookUp(CODE)).isEmpty();
    assertThat(portal.lookUp(CODE)).isEmpty();
    assertThat(standIn.logins()).isEqualTo(1);

    clock.advance(Duration.ofHours(1));

    assertThat(portal.lookUp(CODE)).isEmpty();
    assertThat(standIn.logins()).isEqualTo(2);
  }

  @Test
  void aWrongPasswordIsSaidInThePortalsWords() {
    Portal portal = portal(Map.of("HOSO_PORTAL_PASSWORD", "wrong"));

    assertThatThrownBy(() -> portal.lookUp(CODE))
        .isInstanceOf(PortalTrouble.class)
        .hasMessageContaining("Sai tên đăng nhập");
  }

  @Test
  void aSettingThatIsMissingIsNamed() {
    Portal portal = portal(Map.of("HOSO_PORTAL_USERNAME", ""));

    assertThatThrownBy(() -> portal.lookUp(CODE))
        .isInstanceOf(PortalTrouble.class)
        .hasMessageContaining("HOSO_PORTAL_USERNAME");
  }

  @Test
  void whoNamesNoAddressIsNotConnected() {
    assertThat(portal(Map.of("HOSO_PORTAL_BASE_URL", "")).connected()).isFalse();
  }

  @Test
  void behindAnExchangePlatformItsTokenComesFirst() {
    standIn.behindPlatform("client", "password");
    Portal without = portal(Map.of());
    assertThatThrownBy(() -> without.lookUp(CODE)).isInstanceOf(PortalTrouble.class);

    Portal portal =
        portal(
            Map.of(
                "HOSO_PORTAL_TOKEN_URL", server.address() + "/token",
                "HOSO_PORTAL_CLIENT_ID", "client",
                "HOSO_PORTAL_CLIENT_SECRET", "password"));

    assertThat(portal.lookUp(CODE)).isEmpty();
    standIn.endTokens();
    assertThat(portal.lookUp(CODE)).isEmpty();
  }

  @Test
  void aMappingThatAsksForWhatThereIsNotIsRefusedWithItsLine(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("portal.csv"), "message,field,value,codes\nDongBoHoSoMC,MaHoSo,kode,\n");

    assertThatThrownBy(() -> Mapping.load(folder))
        .isInstanceOf(BadCityFile.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("kode");
  }

  private Portal portal(Map<String, String> more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "HOSO_PORTAL_BASE_URL", server.address(),
                "HOSO_PORTAL_USERNAME", "hoso",
                "HOSO_PORTAL_PASSWORD", "secret"));
    settings.putAll(more);
    PortalSettings all = new PortalSettings(Settings.of(settings), InstantSource.system());
    return new Portal(all, Mapping.load(null));
  }
}
