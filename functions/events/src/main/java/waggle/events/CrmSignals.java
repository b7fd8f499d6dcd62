package waggle.events;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import waggle.events.Relay.News;
import waggle.events.queue.TaskQueues;
import waggle.model.Actor;
import waggle.model.crm.mapping.NotePlace;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.records.Entity;
import waggle.model.store.Store;
import waggle.platform.queue.CrmTask;

/** Sends a task for each connection to a CRM whose records an event may concern. It stores nothing, as the relay. */
final class CrmSignals {
    private final Store<CrmConnection> connections;
    private final TaskQueues queues;

    CrmSignals(Store<CrmConnection> connections, TaskQueues queues) {
        this.connections = connections;
        this.queues = queues;
    }

    /** Whether events of a type are of a resource that is synchronised. */
    static boolean follow(String type) {
        return SyncedResource.named(resource(type)).isPresent();
    }

    private static String resource(String type) {
        var dot = type.indexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }

    /** The sequence number of the first event whose task was not sent. */
    Optional<String> send(List<News> changes) {
        var known = new HashMap<UUID, List<Entity<CrmConnection>>>();
        var tasks = new LinkedHashMap<CrmTask, String>();
        changes.forEach(change ->
                known.computeIfAbsent(change.company(), company -> connections.all(Actor.waggle(company))).stream()
                        .filter(connection -> !isOwn(connection, change))
                        .forEach(connection -> tasks.put(
                                task(connection, change), change.record().sequenceNumber())));
        if (tasks.isEmpty()) {
            return Optional.empty();
        }
        var unsent = queues.offerSync(List.copyOf(tasks.keySet()));
        return tasks.entrySet().stream()
                .filter(task -> unsent.contains(task.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A look at what the connection itself has written would find nothing. */
    private static boolean isOwn(Entity<CrmConnection> connection, News change) {
        return connection.uuid().equals(change.event().actor().uuid());
    }

    private static CrmTask task(Entity<CrmConnection> connection, News change) {
        return CrmTask.record(
                change.company(),
                connection.uuid(),
                resource(change.event().type()),
                // The message of a note tells which record it lies below.
                NotePlace.of(change.event().data().object())
                        .map(NotePlace::text)
                        .orElseGet(() -> change.event().recordUuid().toString()),
                change.record().uuid());
    }
}
