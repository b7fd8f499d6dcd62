package waggle.crm.work;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.port.Crm;

/** The links that a slice looks at, in pages of as many records as one call reads. They are read once for all pages. */
final class LinkPages {
    private static final Set<String> LOOKED_AT = Set.of("linked", "parked", "conflict");

    private final Session session;
    private final Slice.Scope scope;
    private @Nullable List<Map.Entry<UUID, LinkFacets>> links;

    LinkPages(Session session, Slice.Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    /**
     * The next page of a resource, by uuid.
     *
     * @param after the last link of the page before; null for the first page
     */
    List<Map.Entry<UUID, LinkFacets>> after(SyncedResource resource, @Nullable UUID after) {
        var last = Optional.ofNullable(after).map(UUID::toString).orElse("");
        return all().stream()
                .filter(link -> link.getKey().toString().compareTo(last) > 0)
                .filter(link ->
                        link.getValue().resource().equals(resource.resource().name()))
                .limit(Crm.MOST_READ)
                .toList();
    }

    /** The links with a record in the CRM. */
    private List<Map.Entry<UUID, LinkFacets>> all() {
        var known = links;
        if (known == null) {
            known = LinkFacets.of(session).entrySet().stream()
                    .filter(link -> !link.getValue().remoteId().isEmpty())
                    .filter(link -> LOOKED_AT.contains(link.getValue().status()))
                    .filter(link -> scope.isOlder(link.getKey()))
                    .sorted(Comparator.comparing(link -> link.getKey().toString()))
                    .toList();
            links = known;
        }
        return Objects.requireNonNull(known);
    }
}
