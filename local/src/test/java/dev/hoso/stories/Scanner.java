package dev.hoso.stories;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A phone's camera, or its eye for pictures that it has: reads QR codes with a tool not ours. */
final class Scanner {
  private Scanner() {}

  /** What the code in a picture says. */
  static String read(byte[] picture) {
    try {
      return read(ImageIO.read(new ByteArrayInputStream(picture)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the code in a picture says. */
  static String read(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    try {
      return new QRCodeMultiReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
          .getText();
    } catch (ReaderException e) {
      throw new AssertionError("There is no QR code that can be read", e);
    }
  }
}
