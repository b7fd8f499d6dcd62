package waggle.model.crm.stored;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import waggle.model.CaseFolding;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.crm.mapping.NotePlace;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.sync.Link.State;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.partners.User;
import waggle.model.records.Entity;
import waggle.model.stages.Stage;
import waggle.model.store.FirstReads;
import waggle.model.table.ItemKey;

/**
 * Finds what mapped fields refer to: records by their links, users by their e-mail addresses, stages by their phases.
 *
 * @param links of the mapped resources
 * @param planned the partners that a dry run has linked, by the CRM's identifiers; the dry run adds them
 * @param plannedIds the CRM's identifiers of the records that a dry run has linked; the dry run adds them
 * @param places where notes lie; signals and reads add them
 */
public record References(
        Map<SyncedResource, Links> links,
        Map<String, UUID> planned,
        Map<UUID, String> plannedIds,
        Map<UUID, NotePlace> places) {
    /** The links of a connection, whose mapping names the objects. */
    public static References of(UUID connection, CrmMapping mapping) {
        var links = mapping.mappings().stream()
                .collect(Collectors.toMap(
                        OfResource::resource, of -> new Links(connection, of.resource(), of.object())));
        return new References(links, new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    /** The collection that a record lies in; empty for a note of which neither a signal nor a link tells the place. */
    Optional<Resource<?>> collection(Records records, SyncedResource resource, UUID record) {
        return resource == SyncedResource.NOTE
                ? place(records, record).map(NotePlace::collection)
                : Optional.of(resource.resource());
    }

    /** Where a note lies. */
    public Optional<NotePlace> place(Records records, UUID note) {
        return Optional.ofNullable(places.get(note)).or(() -> links(SyncedResource.NOTE)
                .flatMap(of -> of.of(records, note))
                .flatMap(link -> Optional.ofNullable(link.value().noteParent()))
                .map(parent -> new NotePlace(parent, note)));
    }

    /** The CRM's identifier of the record that a note is about; empty while that one has no link. */
    Optional<String> remoteOfParent(Records records, UUID note) {
        return place(records, note)
                .flatMap(place -> remoteOf(records, place.of(), place.parent().uuid()));
    }

    private Optional<Links> links(SyncedResource resource) {
        return Optional.ofNullable(links.get(resource));
    }

    /** Reads the links of partners together, by either of their records. */
    void readAhead(FirstReads records, Collection<UUID> linked, List<String> remoteIds) {
        links(SyncedResource.PARTNER).ifPresent(partners -> {
            partners.readAhead(records, linked);
            partners.readAheadOfRemote(records, remoteIds);
        });
    }

    /** The CRM's identifier of the record that a record is linked to. */
    Optional<String> remoteOf(Records records, SyncedResource resource, UUID record) {
        return links(resource)
                .flatMap(of -> of.of(records, record))
                .filter(link -> link.value().status() != State.UNLINKED)
                .flatMap(link -> Optional.ofNullable(link.value().remoteId()))
                .or(() -> Optional.ofNullable(plannedIds.get(record)));
    }

    /** The partner that a record of the CRM is linked to. */
    Optional<UUID> partnerOf(Records records, String remoteId) {
        return links(SyncedResource.PARTNER)
                .flatMap(of -> of.of(records, remoteId))
                .filter(link -> link.value().status() != State.UNLINKED)
                .flatMap(link -> Optional.ofNullable(link.value().recordUuid()))
                .or(() -> Optional.ofNullable(planned.get(remoteId)));
    }

    /** The user with an e-mail address. A user who gave up the address leaves its item, so both are compared. */
    static Optional<UUID> userOf(Records records, String email) {
        var key = ItemKey.unique(records.company(), User.RESOURCE.name(), "email", "#" + CaseFolding.of(email));
        return records.item(key)
                .map(item -> UUID.fromString(
                        Objects.requireNonNull(item.get("owner")).s()))
                .filter(uuid ->
                        emailOf(records, uuid).filter(email::equalsIgnoreCase).isPresent());
    }

    static Optional<String> emailOf(Records records, UUID user) {
        return records.find(User.RESOURCE, user).map(found -> found.value().email());
    }

    /** The first stage of deals with a phase. */
    static Optional<UUID> stageOf(Records records, String phase) {
        return records.all(Stage.RESOURCE).stream()
                .filter(stage -> stage.value().kind() == Stage.Kind.DEAL)
                .filter(stage -> stage.value().phase().name().equalsIgnoreCase(phase))
                .min(Comparator.comparingInt(
                        stage -> Objects.requireNonNullElse(stage.value().series(), Integer.MAX_VALUE)))
                .map(Entity::uuid);
    }
}
