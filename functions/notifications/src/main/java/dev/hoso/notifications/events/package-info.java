/**
 * What happens to dossiers, for other systems: the changes of the dossiers' stream as CloudEvents
 * on the topic {@code DossierEvents}. They name no person; docs/asyncapi.yaml describes them.
 */
@NullMarked
package dev.hoso.notifications.events;

import org.jspecify.annotations.NullMarked;
