/** The input of the document: routes, resources and Javadoc of the code. */
@NullMarked
package waggle.openapi.source;

import org.jspecify.annotations.NullMarked;
