package waggle.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.declaration.Owned;
import waggle.model.declaration.Resource;
import waggle.model.store.Store;

/**
 * The record that a nested collection lies below: {@code /v1/leads/{uuid}/notes}. Arguments of this type must not have the
 * name of a path variable, or Micronaut converts the variable.
 *
 * @param uuid as the path has it; empty in the path of a collection that is not nested, and when it is malformed
 */
public record Parent(Optional<UUID> uuid) {
    private static final int PARENT = 1;
    private static final int NESTED = 2;

    static Parent of(GatewayEvent event) {
        var segments =
                event.getPath().substring(ResourceGroup.BASE.length() + 1).split("/", -1);
        return new Parent(segments.length > NESTED ? Uuids.parse(segments[PARENT]) : Optional.empty());
    }

    /**
     * The resource of a request: the collection below this record, where the resource is nested.
     *
     * @throws WaggleException {@link ErrorCode#NOT_FOUND} if there is no such record
     */
    public <T> Resource<T> collection(Store<T> store, Actor actor) {
        return store.resource()
                .nesting()
                .map(nesting -> store.resource().below(existing(store, actor, nesting)))
                .orElse(store.resource());
    }

    private UUID existing(Store<?> store, Actor actor, Owned.Nesting nesting) {
        var parent = uuid.orElseThrow(() -> new WaggleException(ErrorCode.NOT_FOUND));
        return store.records(actor).get(nesting.parent().get(), parent).uuid();
    }

    /** The fields of a new record that the path gives. */
    public Map<String, JsonNode> fields(Resource<?> resource) {
        return resource.nesting()
                .map(nesting -> Map.of(nesting.field(), nesting.value(uuid.orElseThrow())))
                .orElse(Map.of());
    }
}
