package dev.hoso.payments.api;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code to be drawn as SVG, which is sharp on every screen and loads nothing.
 *
 * @param size modules along a side, with the quiet zone that scanners need
 * @param path the dark modules, row by row: the data of an SVG path
 */
public record QrCode(int size, String path) {
  /** ISO/IEC 18004 wants four modules of quiet around it. */
  private static final Map<EncodeHintType, ?> HINTS =
      Map.of(EncodeHintType.MARGIN, 4, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

  /** The code that says this. */
  static QrCode of(String text) {
    BitMatrix modules = modules(text);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      row(modules, y, path);
    }
    return new QrCode(modules.getWidth(), path.toString());
  }

  /** Neighbours in one stroke: there are no seams between them, and the page is smaller. */
  private static void row(BitMatrix modules, int y, StringBuilder path) {
    int x = 0;
    while (x < modules.getWidth()) {
      int end = x;
      while (end < modules.getWidth() && modules.get(end, y)) {
        end++;
      }
      if (end > x) {
        path.append("M%d %dh%dv1H%dz".formatted(x, y, end - x, x));
      }
      x = end + 1;
    }
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
    } catch (WriterException e) {
      throw new IllegalStateException("What a payment says always fits", e);
    }
  }
}
