/** Salesforce behind the port to CRMs, at version 67.0 of its REST API (Salesforce REST API Developer Guide). */
@NullMarked
package waggle.providers.salesforce;

import org.jspecify.annotations.NullMarked;
