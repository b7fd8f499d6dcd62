/** The rules of mappings that need the records of Waggle: which of them get links, and what their fields hold. */
@NullMarked
package waggle.crm.rules;

import org.jspecify.annotations.NullMarked;
