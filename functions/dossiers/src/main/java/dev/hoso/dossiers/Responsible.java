package dev.hoso.dossiers;

/**
 * Who works on the dossier now.
 *
 * @param unit the unit's code in the catalogue
 * @param role the position in it (chức danh); never a person's name
 */
public record Responsible(String unit, String role) {}
