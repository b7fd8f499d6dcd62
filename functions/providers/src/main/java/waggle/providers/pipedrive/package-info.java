/** Pipedrive behind the port to CRMs: version 2 of its API, and version 1 for what that lacks (Pipedrive API reference). */
@NullMarked
package waggle.providers.pipedrive;

import org.jspecify.annotations.NullMarked;
