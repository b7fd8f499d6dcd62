package waggle.model.crm.stored;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.CaseFolding;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.sync.Link.State;
import waggle.model.declaration.Records;
import waggle.model.partners.User;
import waggle.model.records.Entity;
import waggle.model.stages.Stage;
import waggle.model.store.FirstReads;
import waggle.model.table.ItemKey;

/**
 * Finds what mapped fields refer to: partners by their links, users by their e-mail addresses, stages by their phases.
 *
 * @param partners the links of partners; null if the connection has no mapping of partners
 * @param planned the partners that a dry run has linked, by the CRM's identifiers; the dry run adds them
 */
public record References(@Nullable Links partners, Map<String, UUID> planned) {
    /** The links of partners of a connection, whose mapping names the object. */
    public static References of(UUID connection, Optional<String> object, Map<String, UUID> planned) {
        var links = object.map(name -> new Links(connection, SyncedResource.PARTNER, name));
        return new References(links.orElse(null), planned);
    }

    /** Reads the links of partners together, by either of their records. */
    void readAhead(FirstReads records, Collection<UUID> linked, List<String> remoteIds) {
        if (partners != null) {
            partners.readAhead(records, linked);
            partners.readAheadOfRemote(records, remoteIds);
        }
    }

    /** The CRM's identifier of the record that a partner is linked to. */
    Optional<String> remoteOf(Records records, UUID partner) {
        return Optional.ofNullable(partners)
                .flatMap(links -> links.of(records, partner))
                .filter(link -> link.value().status() != State.UNLINKED)
                .flatMap(link -> Optional.ofNullable(link.value().remoteId()));
    }

    /** The partner that a record of the CRM is linked to. */
    Optional<UUID> partnerOf(Records records, String remoteId) {
        return Optional.ofNullable(partners)
                .flatMap(links -> links.of(records, remoteId))
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
