/** Joins the modules of the console to one script. The build runs it, no function does. */
@NullMarked
package waggle.site.join;

import org.jspecify.annotations.NullMarked;
