package dev.hoso.notifications.email;

import dev.hoso.notifications.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail as its template has it: the subject in the first line, then paragraphs with empty lines
 * between them.
 */
public record EmailText(String subject, String text) {
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n(?:\\h*\\n)+");

  /**
   * Reads what a template gave.
   *
   * @throws IllegalArgumentException where there is nothing below the subject
   */
  public static EmailText parse(String rendered) {
    String[] parts = EMPTY_LINES.split(rendered.strip(), 2);
    if (parts.length < 2 || parts[0].contains("\n")) {
      throw new IllegalArgumentException("An e-mail begins with its subject and an empty line");
    }
    String text = EMPTY_LINES.matcher(parts[1].strip()).replaceAll("\n\n");
    return new EmailText(parts[0].strip(), text + "\n");
  }

  /**
   * Several e-mails about one dossier as one, numbered; the signature and the closing words, which
   * all have, once.
   */
  static EmailText joined(List<Message> messages, @Nullable String signature) {
    String words = last(messages.getLast().wording().text());
    String closing = signature == null ? words : signature + "\n\n" + words;
    StringBuilder text = new StringBuilder();
    List<String> subjects = new ArrayList<>();
    for (Message message : messages) {
      String subject = message.withoutOpening(subject(message));
      subjects.add(subjects.isEmpty() ? subject(message) : subject);
      text.append(subjects.size()).append(". ").append(capital(subject)).append("\n\n");
      String body = message.wording().text().strip();
      text.append(
          body.endsWith(closing)
              ? body.substring(0, body.length() - closing.length())
              : body + "\n\n");
    }
    return new EmailText(String.join("; ", subjects), text + closing + "\n");
  }

  private static String subject(Message message) {
    return Objects.requireNonNull(message.wording().subject(), "subject");
  }

  private static String last(String text) {
    return EMPTY_LINES.splitAsStream(text.strip()).toList().getLast();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** With a signature before the closing words. */
  EmailText signed(String signature) {
    String closing = last(text);
    String above = text.strip().substring(0, text.strip().length() - closing.length());
    return new EmailText(subject, above + signature + "\n\n" + closing + "\n");
  }

  /** With one more line at the end, {@code label: value}. */
  EmailText with(String label, String value) {
    return new EmailText(subject, text + "\n" + label + ": " + value + "\n");
  }

  /** The parts of the text, for a layout. */
  public List<Block> blocks() {
    return EMPTY_LINES.splitAsStream(text.strip()).map(EmailText::block).toList();
  }

  private static Block block(String part) {
    List<String> lines = Arrays.stream(part.split("\n", -1)).map(String::strip).toList();
    if (lines.stream().allMatch(line -> line.matches("[^:]+: \\S.*"))) {
      return new Block.Details(lines.stream().map(EmailText::row).toList());
    }
    return new Block.Paragraph(String.join(" ", lines));
  }

  private static Row row(String line) {
    int colon = line.indexOf(": ");
    return new Row(line.substring(0, colon), line.substring(colon + 2).strip());
  }

  /** A part of the text. */
  public sealed interface Block {
    /** A paragraph. */
    record Paragraph(String text) implements Block {}

    /** Lines that all have the form {@code label: value}. */
    record Details(List<Row> rows) implements Block {}
  }

  /** A label with its value. */
  public record Row(String label, String value) {
    /** Whether the value is an address of a page. */
    public boolean link() {
      return value.startsWith("https://") || value.startsWith("http://");
    }
  }
}
