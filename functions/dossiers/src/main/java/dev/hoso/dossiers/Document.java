package dev.hoso.dossiers;

/**
 * A paper of the dossier (thành phần hồ sơ).
 *
 * @param code what the procedure calls it
 * @param digitised whether it is kept as an electronic copy (được số hoá)
 * @param reused whether it was taken from what the administration already had
 */
public record Document(String code, boolean digitised, boolean reused) {}
