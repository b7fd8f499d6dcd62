/** The queue of the synchronisation with CRMs, for the functions that send to it. They bring the client of Amazon SQS. */
@NullMarked
package waggle.platform.queue;

import org.jspecify.annotations.NullMarked;
