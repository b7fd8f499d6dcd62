package waggle.model.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.declaration.Resource;
import waggle.model.lists.FacetList;
import waggle.model.lists.FacetVisitor;
import waggle.model.lists.ListRequest;
import waggle.model.memory.ListMemory;
import waggle.model.records.Entity;

/** One pass over the facets of a list, and the records that are chosen by it. */
public final class FacetScan<T> {
    private final @Nullable ListMemory memory;
    private final FacetList<T> facets;
    private final Resource<T> resource;
    private final Actor actor;
    private final Function<Resource<?>, Map<String, Integer>> positions;
    private Predicate<UUID> isYoung = every -> true;

    FacetScan(
            @Nullable ListMemory memory,
            FacetList<T> facets,
            Resource<T> resource,
            Actor actor,
            Function<Resource<?>, Map<String, Integer>> positions) {
        this.memory = memory;
        this.facets = facets;
        this.resource = resource;
        this.actor = actor;
        this.positions = positions;
    }

    /**
     * Shows the facets of every record of a list in its order: those in memory, or else those of the index.
     *
     * @param request its page does not matter
     */
    public void visit(ListRequest request, FacetVisitor visitor) {
        if (memory != null) {
            var found = memory.visit(actor.company(), resource, request, positions, visitor);
            if (found.isPresent()) {
                isYoung = found.get();
                return;
            }
        }
        facets.visit(actor, request, positions, visitor);
    }

    /** The records with these uuids in their order, without those that were removed since the pass; one batch read. */
    public List<Entity<T>> records(List<UUID> uuids) {
        var young = uuids.stream().filter(isYoung).collect(Collectors.toSet());
        return facets.records(resource.collection(actor.company()), uuids, young);
    }
}
