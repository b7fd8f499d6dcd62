package waggle.model.crm.stored;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.ExternalIds;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.crm.mapping.NotePlace;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.Link.State;
import waggle.model.crm.sync.Step;
import waggle.model.crm.sync.Steps;
import waggle.model.declaration.Records;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Write;
import waggle.model.json.Json;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.table.ItemKey;
import waggle.model.write.Writes;

/**
 * Stores a step in one transaction: the link, the record of Waggle, the log and the conflict.
 *
 * @param system the name of the CRM in {@code external_ids}
 * @param texts of the records
 * @param run the run that the steps belong to; null outside of one
 */
public record StoredSteps(
        Writes writes,
        Actor actor,
        Links links,
        String system,
        Shapes shapes,
        RecordTexts texts,
        @Nullable UUID run) implements Steps {

    @Override
    public void store(Step step) {
        writes.run(actor, write -> {
            apply(write, step);
            return step;
        });
    }

    /**
     * Stores steps in one transaction that each create a record of Waggle for a record of the CRM without a link. It reads no
     * links: if one was made meanwhile, the transaction fails, and each step has to be decided again.
     *
     * @param page what was read ahead for the records of a page; it tells what the new records refer to
     * @throws WaggleException if Waggle refuses the values of one of them; nothing is stored
     */
    public void create(List<Step> steps, Records page) {
        writes.run(actor, write -> {
            steps.forEach(step -> create(write, step, page));
            return steps;
        });
    }

    private void create(Write write, Step step, Records page) {
        write.create(CrmLink.RESOURCE, empty(write, step).with(step.after(), null));
        create(write, links.resource().resource(), step, page);
        new StepLog(write, links, run).rows(step);
    }

    private <T> void create(Write write, Resource<T> resource, Step step, Records page) {
        var json = texts.created(page, step.values());
        json.putObject(ExternalIds.FIELD).put(system, step.after().remoteId());
        write.create(resource, Objects.requireNonNull(step.after().record()), shapes.created(resource, json));
    }

    private void apply(Write write, Step step) {
        var before = Optional.ofNullable(step.before()).flatMap(link -> find(write, link));
        if (before.map(link -> !link.value().isSame(Objects.requireNonNull(step.before())))
                .orElse(step.before() != null)) {
            throw changed();
        }
        removeHalves(write, before, step);
        var base = before.map(Entity::value).orElseGet(() -> empty(write, step));
        var uuid = before.map(Entity::uuid).orElseGet(Uuids::next);
        var log = new StepLog(write, links, run);
        var conflict = log.conflict(uuid, base, step);
        var after = base.with(step.after(), conflict);
        if (before.isPresent()) {
            write.change(CrmLink.RESOURCE, uuid, Precondition.NONE, same -> after);
        } else {
            write.create(CrmLink.RESOURCE, uuid, after);
        }
        record(write, links.resource().resource(), step);
        log.rows(step);
    }

    private CrmLink empty(Write write, Step step) {
        var parent = Optional.ofNullable(step.after().record())
                .filter(record -> links.resource() == SyncedResource.NOTE)
                .flatMap(record -> texts.references().place(write, record))
                .map(NotePlace::parent)
                .orElse(null);
        return new CrmLink(
                links.connection(),
                links.resource(),
                null,
                links.object(),
                null,
                State.PENDING,
                Map.of(),
                null,
                null,
                parent);
    }

    private Optional<Entity<CrmLink>> find(Write write, Link link) {
        return link.record() == null
                ? Optional.ofNullable(link.remoteId()).flatMap(id -> links.of(write, id))
                : links.of(write, link.record());
    }

    /** A link of only one of the two records gives way to the link of both. A record that the step creates has none. */
    private void removeHalves(Write write, Optional<Entity<CrmLink>> before, Step step) {
        var after = step.after();
        var own = before.map(Entity::uuid).orElse(null);
        Stream.of(
                        Optional.ofNullable(after.record())
                                .filter(record -> step.change() != Step.Change.CREATE)
                                .flatMap(record -> links.of(write, record)),
                        Optional.ofNullable(after.remoteId()).flatMap(id -> links.of(write, id)))
                .flatMap(Optional::stream)
                .filter(other -> !other.uuid().equals(own))
                .distinct()
                .forEach(other -> {
                    if (!other.value().isHalf()) {
                        throw changed();
                    }
                    StepLog.resolve(write, other.value());
                    write.remove(CrmLink.RESOURCE, other.uuid(), Precondition.NONE);
                });
    }

    private <T> void record(Write write, Resource<T> resource, Step step) {
        var uuid = step.after().record();
        // Notes stay as they are, and have no external identifiers.
        if (uuid == null || links.resource() == SyncedResource.NOTE) {
            return;
        }
        switch (step.change()) {
            case CREATE -> {
                var json = texts.created(write, step.values());
                externalId(write, resource, uuid, step.after()).ifPresent(ids -> json.set(ExternalIds.FIELD, ids));
                write.create(resource, uuid, shapes.created(resource, json));
            }
            case UPDATE -> {
                var before = Json.tree(write.get(resource, uuid).value());
                change(write, resource, uuid, step, texts.patch(write, before, step.values()));
            }
            case NONE -> {
                if (write.find(resource, uuid).isPresent()) {
                    change(write, resource, uuid, step, Json.mapper().createObjectNode());
                }
            }
        }
    }

    private <T> void change(Write write, Resource<T> resource, UUID uuid, Step step, ObjectNode patch) {
        externalId(write, resource, uuid, step.after()).ifPresent(ids -> patch.set(ExternalIds.FIELD, ids));
        if (!patch.isEmpty()) {
            write.change(resource, uuid, before -> shapes.patched(resource, before, patch));
        }
    }

    /** The identifier in the CRM, if the record is to have it and no other record has it. */
    private Optional<ObjectNode> externalId(Write write, Resource<?> resource, UUID uuid, Link after) {
        var ids = Json.mapper().createObjectNode();
        var remoteId = after.remoteId();
        if (remoteId == null) {
            return Optional.empty();
        }
        if (after.state() == State.UNLINKED) {
            return Optional.of(ids.putNull(system));
        }
        var key = ItemKey.unique(write.company(), resource.name(), ExternalIds.FIELD, system + "#" + remoteId);
        return write.item(key)
                        .filter(item -> !uuid.toString()
                                .equals(Objects.requireNonNull(item.get("owner"))
                                        .s()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(ids.put(system, remoteId));
    }

    private static CrmFailure changed() {
        return new CrmFailure(
                CrmFailure.Kind.RETRY, "The link was changed by another process", CrmFailure.Details.NONE);
    }
}
