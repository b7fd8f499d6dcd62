package waggle.crm.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import waggle.model.Actor;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.port.CrmWriter;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.WrittenRecord;
import waggle.model.crm.stored.CrmLogEntry;
import waggle.model.crm.stored.Links;
import waggle.model.crm.stored.References;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.Problem;
import waggle.model.crm.sync.Step;
import waggle.model.crm.sync.Steps;
import waggle.model.write.Writes;

/** The writers of a dry run. They write to the log what a run would write. */
public final class Planned implements CrmWriter, Steps {
    /** Stands for the identifier of a record that a run would create. */
    private static final String NEW = "new";

    private final Writes writes;
    private final Actor actor;
    private final Links links;
    private final UUID run;
    private final References references;
    private final Plan plan;

    /**
     * The writers of one mapping.
     *
     * @param references takes the records that get a link, so that their contacts and notes find them
     * @param plan takes all that is planned
     */
    public Planned(Writes writes, Actor actor, Links links, UUID run, References references, Plan plan) {
        this.references = references;
        this.plan = plan;
        this.writes = writes;
        this.actor = actor;
        this.links = links;
        this.run = run;
    }

    @Override
    public WrittenRecord create(String object, UUID marker, Map<String, String> fields) {
        return noted(NEW + " " + marker, fields);
    }

    @Override
    public WrittenRecord update(String object, String id, Map<String, String> fields) {
        plan.update(object, id, fields);
        return noted(id, fields);
    }

    @Override
    public void archive(String object, String id) {
        // The step that follows has the archive in its log, and ends the link.
    }

    private static WrittenRecord noted(String id, Map<String, String> fields) {
        return new WrittenRecord(RemoteRecord.of(id, Instant.EPOCH, fields), null);
    }

    @Override
    public void store(Step step) {
        var after = step.after();
        plan.add(links, step);
        if (after.record() != null && after.remoteId() != null) {
            references.plannedIds().put(after.record(), after.remoteId());
            if (links.resource() == SyncedResource.PARTNER) {
                references.planned().put(after.remoteId(), after.record());
            }
        }
        var known = Optional.ofNullable(step.before()).map(Link::problem);
        var problem = Optional.ofNullable(after.problem()).filter(found -> !known.equals(Optional.of(found)));
        if (step.log().isEmpty() && problem.isEmpty()) {
            return;
        }
        var shown = after.remoteId() != null && after.remoteId().startsWith(NEW + " ")
                ? new Link(after.record(), null, after.state(), Map.of(), after.problem())
                : after;
        writes.run(actor, write -> {
            step.log().forEach(row -> write.create(CrmLogEntry.RESOURCE, CrmLogEntry.planned(links, run, shown, row)));
            problem.ifPresent(found -> write.create(CrmLogEntry.RESOURCE, planned(shown, found)));
            return step;
        });
    }

    private CrmLogEntry planned(Link link, Problem problem) {
        return new CrmLogEntry(
                links.connection(),
                run,
                links.resource(),
                link.record(),
                link.remoteId(),
                CrmLogEntry.Outcome.PLANNED,
                null,
                null,
                List.of(),
                problem.message(),
                null);
    }
}
