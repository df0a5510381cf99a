package dev.hoso.portal.protocol;

/** The portal's services that take something in. */
public enum Service {
  /** Takes dossiers in as they are now, or in place of what it has of them. */
  DOSSIERS("DongBoHoSoMC"),
  /** Takes in what happened to dossiers: each status that they came into. */
  PROGRESS("CapNhatTienDoHoSoMC");

  /** The service that shows what the portal has of a dossier. */
  static final String LOOK_UP = "TraCuuHoSo";

  private final String code;

  Service(String code) {
    this.code = code;
  }

  /** As the portal calls it. */
  public String code() {
    return code;
  }
}
