package waggle.model.lists;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition on the records of a list, tested on their facets. */
public sealed interface Condition {

    /** Whether the record with these facets satisfies the condition. */
    boolean holdsFor(Facets facets);

    /**
     * A field has one of some values.
     *
     * @param values in their stored form
     */
    record AnyOf(String field, Set<String> values) implements Condition {
        @Override
        public boolean holdsFor(Facets facets) {
            return facets.anyValue(field, values::contains);
        }
    }

    /**
     * One of some conditions holds.
     *
     * @param conditions at least one
     */
    record Any(List<Condition> conditions) implements Condition {
        @Override
        public boolean holdsFor(Facets facets) {
            for (var condition : conditions) {
                if (condition.holdsFor(facets)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A field has a value, or has none. */
    record Present(String field, boolean present) implements Condition {
        @Override
        public boolean holdsFor(Facets facets) {
            return facets.has(field) == present;
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
            for (var word : words) {
                if (!occurs(word, facets)) {
                    return false;
                }
            }
            return true;
        }

        private boolean occurs(String word, Facets facets) {
            for (var field : fields) {
                if (facets.anyFolded(field, value -> value.contains(word))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A field is a text, in the form for searches. */
    record Same(String field, String folded) implements Condition {
        @Override
        public boolean holdsFor(Facets facets) {
            return facets.anyFolded(field, folded::equals);
        }
    }

    /** A field ends with a text, in the form for searches. */
    record Ends(String field, String folded) implements Condition {
        @Override
        public boolean holdsFor(Facets facets) {
            return facets.anyFolded(field, value -> value.endsWith(folded));
        }
    }

    /** The record does not satisfy a condition. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holdsFor(Facets facets) {
            return !condition.holdsFor(facets);
        }
    }

    /**
     * A number lies between two numbers.
     *
     * @param least null for no lower bound
     * @param most null for no upper bound
     */
    record Between(
            String field,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) implements Condition {
        @Override
        public boolean holdsFor(Facets facets) {
            return facets.anyNumber(
                    field,
                    number -> (least == null || number.compareTo(least) >= 0)
                            && (most == null || number.compareTo(most) <= 0));
        }
    }

    /** A time lies within a span of time. */
    record Within(String field, TimeSpan span) implements Condition {
        @Override
        public boolean holdsFor(Facets facets) {
            return facets.anyTime(field, span::contains);
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
