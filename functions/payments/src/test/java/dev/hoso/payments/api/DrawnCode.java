package dev.hoso.payments.api;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A QR code of a page, drawn as a browser draws it and read as a phone reads it. */
final class DrawnCode {
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
  private static final Pattern DARK = Pattern.compile("<path d=\"([^\"]+)\"");
  private static final Pattern STROKE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H(\\d+)z");
  private static final int SCALE = 6;

  private DrawnCode() {}

  /** What the page's code says. */
  static String read(String page) {
    Matcher size = find(SIZE, page);
    int side = Integer.parseInt(size.group(1)) * SCALE;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D ink = image.createGraphics();
    ink.setColor(Color.WHITE);
    ink.fillRect(0, 0, side, side);
    ink.setColor(Color.BLACK);
    Matcher stroke = STROKE.matcher(find(DARK, page).group(1));
    while (stroke.find()) {
      ink.fillRect(
          Integer.parseInt(stroke.group(1)) * SCALE,
          Integer.parseInt(stroke.group(2)) * SCALE,
          Integer.parseInt(stroke.group(3)) * SCALE,
          SCALE);
    }
    return read(image.getRGB(0, 0, side, side, null, 0, side), side);
  }

  private static String read(int[] pixels, int side) {
    try {
      var read =
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))));
      if (read.getBarcodeFormat() != BarcodeFormat.QR_CODE) {
        throw new AssertionError(read.getBarcodeFormat());
      }
      return read.getText();
    } catch (ReaderException e) {
      throw new AssertionError("There is no QR code that can be read", e);
    }
  }

  private static Matcher find(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    if (!found.find()) {
      throw new AssertionError("No " + pattern);
    }
    return found;
  }
}
