package dev.hoso.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.Invalid;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first and the last address of what is not public, and their neighbours. */
class ReachableTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::1"
      })
  void isNotPublic(String address) throws UnknownHostException {
    assertThat(Reachable.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.0.0.1",
        "128.0.0.1", "169.253.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "192.167.0.1",
        "192.169.0.1", "198.17.0.1", "198.20.0.1", "203.0.112.1", "203.162.4.191", "223.255.255.1",
        "2001:4860:4860::8888", "2400:cb00::1"
      })
  void isPublic(String address) throws UnknownHostException {
    assertThat(Reachable.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.vn/hoso",
        "ftp://example.vn",
        "https://",
        "https:///hoso",
        "hoso",
        "/hoso",
        "https://u:p@1.1.1.1/",
        "https://1.1.1.1/#here",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data",
        "https://2130706433/",
        "https://localhost/",
        "https://1.1.1.1/\r\nhost: x",
        "https://1.1.1.1/ă",
        "http://localhost:8080/"
      })
  void isNoAddressToSubscribe(String url) {
    assertThatThrownBy(() -> Endpoint.parse("url", url, false)).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://1.1.1.1/hoso?a=b", "https://1.1.1.1:8443", "https://[2400:cb00::1]/h"})
  void isOne(String url) {
    assertThat(Endpoint.parse("url", url, false).text()).isEqualTo(url);
  }
}
