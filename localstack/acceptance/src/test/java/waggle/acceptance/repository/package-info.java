/** The repository itself: sizes of files, documents, samples of events, demo, clouds and releases. */
@NullMarked
package waggle.acceptance.repository;

import org.jspecify.annotations.NullMarked;
