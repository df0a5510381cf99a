package dev.hoso.notifications;

import dev.hoso.core.Language;
import dev.hoso.core.dynamo.Item;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a message cannot be sent again; in the words of a clerk. */
public enum Obstacle {
  CODE(
      "Mã tra cứu không bao giờ được gửi lại; người nộp tự yêu cầu mã mới",
      "One-time codes are never sent again; whoever needs one asks for a new one"),
  ERASED("Dữ liệu của người nộp đã được xóa", "The applicant's data was erased"),
  RESENT("Tin này đã được gửi lại", "It was sent again already"),
  NOT_ENDED("Tin này chưa gửi xong", "It has not come to its end yet"),
  UNWANTED("Người nộp không muốn nhận tin", "The applicant does not want to be told"),
  UNREACHABLE(
      "Hồ sơ không có số điện thoại hoặc địa chỉ thư nào gửi đến được cho kênh này",
      "The dossier has no contact that this channel leads to"),
  SAME_CONTACT(
      "Tin đã không được gửi đến địa chỉ này, và địa chỉ vẫn chưa thay đổi",
      "It was not sent to this contact, and the contact has not changed"),
  MOVING("Tin vừa thay đổi; xin xem lại", "It has just changed; please look at it again");

  private static final Set<String> ENDED = Set.of("sent", "delivered", "failed");
  private final String vi;
  private final String en;

  Obstacle(String vi, String en) {
    this.vi = vi;
    this.en = en;
  }

  /** What a clerk reads. */
  public String text(Language language) {
    return language == Language.VI ? vi : en;
  }

  /**
   * What stands in the way.
   *
   * @param now where the person is reached by the message's channel now; null for nowhere
   * @return null where nothing does
   */
  static @Nullable Obstacle of(Item message, Dossier dossier, @Nullable Recipient now) {
    if ("code".equals(message.textOrNull("kind"))) {
      return CODE;
    }
    if (message.has("erasedAt") || dossier.erasedAt() != null) {
      return ERASED;
    }
    return message.has("resentAs") ? RESENT : ofContact(message, dossier, now);
  }

  private static @Nullable Obstacle ofContact(
      Item message, Dossier dossier, @Nullable Recipient now) {
    boolean suppressed = message.text("status").equals("suppressed");
    if (!suppressed && !ENDED.contains(message.text("status"))) {
      return NOT_ENDED;
    }
    if (!dossier.applicant().consent()) {
      return UNWANTED;
    }
    if (now == null || now.unreachable() != null) {
      return UNREACHABLE;
    }
    return suppressed && now.to().equals(message.textOrNull("to")) ? SAME_CONTACT : null;
  }
}
