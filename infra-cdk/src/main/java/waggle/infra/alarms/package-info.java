/** The alarms, whom they notify, and the dashboard. */
@NullMarked
package waggle.infra.alarms;

import org.jspecify.annotations.NullMarked;
