/** The open pages, and a page of a client, in Chromium. */
@NullMarked
package waggle.browser.pages;

import org.jspecify.annotations.NullMarked;
