/** Requests and replies, and what is valid: the conventions of every reply, and the OpenAPI document. */
@NullMarked
package waggle.acceptance.exchange;

import org.jspecify.annotations.NullMarked;
