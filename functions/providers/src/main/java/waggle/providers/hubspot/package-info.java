/** HubSpot behind the port to CRMs, at its dated paths (HubSpot developer documentation, "API reference", 2026-09). */
@NullMarked
package waggle.providers.hubspot;

import org.jspecify.annotations.NullMarked;
