/** The console in Chromium. */
@NullMarked
package waggle.browser.console;

import org.jspecify.annotations.NullMarked;
