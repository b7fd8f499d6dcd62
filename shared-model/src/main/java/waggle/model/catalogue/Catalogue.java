package waggle.model.catalogue;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.audit.AuditTrace;
import waggle.model.audit.NameTrace;
import waggle.model.companies.Companies;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Resource;
import waggle.model.events.EventTrace;
import waggle.model.events.EventTypes;
import waggle.model.keys.KeyPlan;
import waggle.model.keys.KeyRing;
import waggle.model.keys.Scopes;
import waggle.model.store.Logs;
import waggle.model.write.Trace;
import waggle.model.write.Writes;

/** Facts that follow from the declarations of all resources. */
public final class Catalogue {
    /** Made when all resources are needed: a read of one resource need not initialise the others. */
    private static final class All {
        static final List<Resource<?>> RESOURCES = Arrays.stream(ResourceGroup.values())
                .flatMap(group -> group.resources().stream())
                .toList();
    }

    private Catalogue() {}

    /** Every resource of the API. */
    public static List<Resource<?>> resources() {
        return All.RESOURCES;
    }

    /** The resource with a path below the base path. */
    public static Optional<Resource<?>> at(String path) {
        for (var group : ResourceGroup.values()) {
            for (var resource : group.resources()) {
                if (resource.path().equals(path)) {
                    return Optional.of(resource);
                }
            }
        }
        return Optional.empty();
    }

    /** The resource with a name; the first one if several parents have nested resources of one name. */
    public static Optional<Resource<?>> named(String name) {
        return resources().stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst();
    }

    /** The paths of the resources for which a key can have a scope of their own. */
    public static List<String> scopedPaths() {
        return resources().stream()
                .filter(resource ->
                        resource.rights().isShared() && resource.nesting().isEmpty())
                .map(Resource::path)
                .toList();
    }

    /** Every scope that a key can have. */
    public static Set<String> scopes() {
        return Scopes.known(scopedPaths());
    }

    /** Every type of event. */
    public static EventTypes eventTypes() {
        return EventTypes.of(resources().stream()
                .flatMap(resource -> resource.events().stream())
                .toList());
    }

    /** Runs units of work whose events and audit entries lie in their transactions. */
    public static Writes writes(DynamoDbClient client, String table, Clock clock) {
        return new Writes(client, table, clock, traces());
    }

    /**
     * Opens companies and issues their keys.
     *
     * @param plan counts the requests of the keys
     */
    public static Companies companies(DynamoDbClient client, String table, Clock clock, KeyPlan plan) {
        return new Companies(writes(client, table, clock), new KeyRing(client, table, clock, plan));
    }

    /** What every unit of work leaves beside its records. */
    public static List<Trace> traces() {
        return List.of(new AuditTrace(), new EventTrace(), new NameTrace());
    }

    /** The logs of every company. */
    public static Logs logs(DynamoDbClient client, String table, Clock clock) {
        return new Logs(
                client,
                table,
                clock,
                resources().stream()
                        .filter(resource -> resource.storing().isLog())
                        .toList());
    }

    /**
     * Checks the names that a declaration has of other declarations.
     *
     * @return every mistake, in words; none when all names exist
     */
    public static List<String> mistakes() {
        return resources().stream().flatMap(Catalogue::mistakes).toList();
    }

    private static Stream<String> mistakes(Resource<?> resource) {
        var ofCounts = Contributions.declared(resource).entrySet().stream()
                .flatMap(contributed -> contributed.getValue().stream()
                        .filter(counter ->
                                !contributed.getKey().fields().counts().contains(counter))
                        .map(counter -> "%s contributes to %s, which %s does not count"
                                .formatted(
                                        resource.name(),
                                        counter,
                                        contributed.getKey().name())));
        var ofOwned = resource.owned().stream()
                .filter(owned -> owned.resource().get().nesting().isEmpty())
                .filter(owned -> owned.resource().get().references().stream()
                        .noneMatch(reference ->
                                reference.owned() && reference.field().equals(owned.field())))
                .map(owned -> "%s owns %s by %s, which is no reference to an owner"
                        .formatted(resource.name(), owned.resource().get().name(), owned.field()));
        return Stream.concat(ofCounts, ofOwned);
    }
}
