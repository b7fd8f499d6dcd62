/** Black-box tests of the API over HTTP ({@code docs/api.md}). */
@NullMarked
package waggle.acceptance;

import org.jspecify.annotations.NullMarked;
