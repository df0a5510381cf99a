package dev.hoso.citizen;

import dev.hoso.core.Refused;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hands out the files that pages refer to: those that are named here and no others. */
@Controller
@Hidden
final class AssetsController {
  private static final Map<String, Asset> ASSETS =
      List.of(Asset.VERIFY).stream().collect(Collectors.toMap(Asset::name, Function.identity()));

  /** A file; with its tag in the address it is kept for good, without it is asked for anew. */
  @Get(value = "/assets/{file}", produces = "text/javascript;charset=utf-8")
  HttpResponse<String> showAsset(
      @PathVariable String file,
      @QueryValue @Nullable String v,
      @Header("If-None-Match") @Nullable String known) {
    Asset asset = ASSETS.get(file);
    if (asset == null) {
      throw new Refused(404, "unknown-asset", "There is no such file.");
    }
    boolean same = known != null && known.contains('"' + asset.tag() + '"');
    MutableHttpResponse<String> response =
        same ? HttpResponse.notModified() : HttpResponse.ok(asset.text());
    return response
        .header("ETag", '"' + asset.tag() + '"')
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Cache-Control",
            asset.tag().equals(v) ? "public, max-age=31536000, immutable" : "no-cache");
  }
}
