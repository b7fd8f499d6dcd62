package waggle.model.lists;

import java.util.UUID;

/** Is shown the facets of each record of a list, in the order of the list. */
@FunctionalInterface
public interface FacetVisitor {

    /**
     * Looks at one record.
     *
     * @param facets valid during the call only
     */
    void visit(UUID uuid, Facets facets);
}
