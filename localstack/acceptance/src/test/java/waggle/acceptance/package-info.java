/** What a client of Waggle may rely on (the API's conventions and its tags), seen over HTTP and nothing else. */
@NullMarked
package waggle.acceptance;

import org.jspecify.annotations.NullMarked;
