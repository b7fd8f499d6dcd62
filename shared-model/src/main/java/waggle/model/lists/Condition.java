package waggle.model.lists;

import java.util.List;
import java.util.Set;

/** A condition on the records of a list, tested on their facets. */
public sealed interface Condition {

    /** Whether the record with these facets satisfies the condition. */
    boolean holdsFor(Facets facets);

    /**
     * A field has one of some values.
     *
     * @param values folded
     */
    record AnyOf(String field, Set<String> values) implements Condition {
        @Override
        public boolean holdsFor(Facets facets) {
            return facets.values(field).anyMatch(values::contains);
        }
    }

    /** A field has a value, or has none. */
    record Present(String field, boolean present) implements Condition {
        @Override
        public boolean holdsFor(Facets facets) {
            return facets.values(field).findAny().isPresent() == present;
        }
    }

    /**
     * Each word occurs in one of some fields.
     *
     * @param words folded, without white space
     */
    record Search(List<String> fields, List<String> words) implements Condition {
        @Override
        public boolean holdsFor(Facets facets) {
            return words.stream()
                    .allMatch(word -> fields.stream().flatMap(facets::values).anyMatch(value -> value.contains(word)));
        }
    }

    /** The last change of the record lies within a span of time. */
    record Updated(TimeSpan span) implements Condition {
        @Override
        public boolean holdsFor(Facets facets) {
            return span.contains(facets.updated());
        }
    }
}
