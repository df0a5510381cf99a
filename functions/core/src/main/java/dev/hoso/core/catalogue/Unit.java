package dev.hoso.core.catalogue;

import dev.hoso.core.Name;
import org.jspecify.annotations.Nullable;

/**
 * An agency that receives or settles dossiers (đơn vị): the city, a department (sở), the public
 * service centre and its branches, a commune (phường, xã).
 *
 * @param code the statistics office's for the city and its communes, else Hoso's own
 * @param level {@code city}, {@code department} or {@code commune}
 * @param kind the Vietnamese kind: {@code phường}, {@code xã}, {@code sở}, {@code chi nhánh} …
 * @param parent the code of the unit that it belongs to, null at the top
 */
public record Unit(String code, Name name, String level, String kind, @Nullable String parent) {}
