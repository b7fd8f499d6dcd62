/** Tests of pages in Chromium, against the local cloud. */
@NullMarked
package waggle.browser;

import org.jspecify.annotations.NullMarked;
