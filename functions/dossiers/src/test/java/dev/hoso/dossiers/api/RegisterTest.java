package dev.hoso.dossiers.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegisterTest {
  private static final ApiForTests API = new ApiForTests();

  @Test
  void play() {
    String ok =
        """
        {"procedure":"1.001193.000.00.00.H26","unit":"HN-STP","receivedAt":"2026-03-10T08:00:00+07:00",
         "applicant":{"name":"Nguyễn Văn An","phone":"0912 345 678","email":"an@example.vn"}}""";
    for (Object o :
        new Object[] {
          API.put("H26.15-260310-0001", ok),
          API.put("H26.15-260310-0001", ok),
          API.status("H26.15-260310-0001", "{\"status\":4}"),
          API.status("H26.15-260310-0001", "{\"status\":\"4\"}"),
          API.status("H26.15-260310-0001", "{\"status\":4.5}"),
          API.status("H26.15-260310-0001", "{\"status\":2}", "If-Match", "\"2\""),
          API.get("/dossiers/H26.15-260310-0001"),
          API.get("/dossiers/H26.15-260310-0002"),
          API.get("/dossiers/nope"),
          API.put(
              "x",
              "{\"applicant\":{\"phone\":12,\"email\":\"x\"},\"documents\":[{},3],\"channel\":\"fax\",\"status\":11,\"receivedAt\":\"gestern\",\"responsible\":{\"unit\":\"zz\"}}"),
          API.put("H26.15-260310-0003", "{\"procedure\":"),
          API.put("H26.15-260310-0003", "[]"),
          API.put("H26.15-260310-0003", null),
          API.put("H26.15-260310-0003", ""),
          API.call("PUT", "/dossiers/H26.15-260310-0003", ok, "Content-Type", "text/plain"),
          API.call(
              "PUT",
              "/dossiers/H26.15-260310-0004",
              ok,
              "Content-Type",
              "application/json; charset=utf-8"),
          API.call("DELETE", "/dossiers/H26.15-260310-0003", null),
          API.get("/nowhere"),
          API.get("/procedures?q=ho+tich+khai+sinh&level=commune"),
          API.get("/procedures/1.001193"),
          API.get("/procedures/9.9"),
          API.get("/units?level=city"),
          API.get("/openapi.yaml"),
        }) {
      System.out.println(o.toString().substring(0, Math.min(1500, o.toString().length())));
    }
    assertThat(1).isEqualTo(1);
  }
}
