package waggle.crm.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waggle.crm.plan.Plan;
import waggle.crm.plan.Planned;
import waggle.model.WaggleException;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.crm.mapping.NotePlace;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.port.Crm;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.run.KnownRecords;
import waggle.model.crm.stored.CrmLogEntry;
import waggle.model.crm.stored.HomeRules;
import waggle.model.crm.stored.Links;
import waggle.model.crm.stored.RecordTexts;
import waggle.model.crm.stored.StoredHome;
import waggle.model.crm.stored.StoredSteps;
import waggle.model.crm.sync.Brake;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.crm.sync.Outcome;
import waggle.model.crm.sync.Reconciler;
import waggle.model.crm.sync.Resolution;
import waggle.model.crm.sync.Signal;
import waggle.model.crm.sync.Step;
import waggle.model.crm.sync.Writers;
import waggle.model.declaration.Records;
import waggle.model.transaction.TooManyItems;

/** Looks at the records of one mapping. One failing record does not stop the others. */
final class Looks {
    /** New records of one transaction: each has some ten items, of which a transaction has at most a hundred. */
    private static final int TOGETHER = 8;

    private final Session session;
    private final SyncedResource resource;
    private final ObjectMapping mapping;
    private final Links links;
    private final RecordTexts texts;
    private final StoredHome home;
    private final @Nullable UUID run;
    private final Brake brake;
    private final Tally tally;
    private final @Nullable Plan plan;
    private final @Nullable Planned planned;
    private final List<Creation> creations = new ArrayList<>();

    /** A new record of Waggle, and the look that decides it again. */
    private record Creation(Signal signal, Step step, Records page, Reconciler second) {}

    /**
     * @param run the run; null outside of one
     * @param plan takes the writes of a dry run; null if they are made
     */
    Looks(Session session, OfResource of, @Nullable UUID run, @Nullable Plan plan, Brake brake, Tally tally) {
        this.session = session;
        this.resource = of.resource();
        this.mapping = session.facts().mapping(of);
        this.links = new Links(session.connection().uuid(), resource, of.object());
        this.texts = new RecordTexts(resource, mapping, session.facts().references());
        this.home = new StoredHome(
                session.services().store(resource.resource()),
                session.actor(),
                links,
                new HomeRules(
                        mapping,
                        texts,
                        session.facts().siblings(of),
                        session.facts().filter(of)));
        this.run = run;
        this.brake = brake;
        this.tally = tally;
        this.plan = plan;
        this.planned = plan != null && run != null
                ? new Planned(
                        session.services().writes(),
                        session.actor(),
                        links,
                        run,
                        session.facts().references(),
                        plan)
                : null;
    }

    SyncedResource resource() {
        return resource;
    }

    ObjectMapping mapping() {
        return mapping;
    }

    /** Those of some records of Waggle that have no link that stands, nor a planned one. */
    List<UUID> unlinked(List<UUID> records) {
        var unplanned = records.stream()
                .filter(record -> plan == null || !plan.isLinked(record))
                .toList();
        return home.unlinked(unplanned);
    }

    /** Looks at single records. */
    Consumer<Signal> single() {
        var reconciler = new Reconciler(mapping, session.crm(), home, writers(session.crm()), brake);
        return signal -> look(signal, () -> reconciler.reconcile(signal));
    }

    /** Looks at the records of a page. What it notes is stored by {@link #finish} at the latest. */
    Consumer<Signal> over(KnownRecords page) {
        finish();
        var records = page.page();
        var side = home.over(records);
        var second = plan == null
                ? new Reconciler(mapping, page, side, writers(page), brake)
                : new Reconciler(mapping, plan.over(page, links), plan.over(side, links), writers(page), brake);
        if (plan != null || records.isEmpty()) {
            return signal -> look(signal, () -> second.reconcile(signal));
        }
        var read = side.asItIs(records);
        var first = new FirstLook(mapping, page, read);
        return signal -> attempt(signal, () -> {
            switch (first.look(signal)) {
                case FirstLook.Found.Same same -> tally(signal, same.outcome());
                case FirstLook.Found.New made -> note(new Creation(signal, made.step(), read.records(), second));
                case FirstLook.Found.Else _ -> tally(signal, second.reconcile(signal));
            }
        });
    }

    private void note(Creation creation) {
        creations.add(creation);
        if (creations.size() == TOGETHER) {
            finish();
        }
    }

    /** Stores the new records that were noted. If one of them fails, each takes a look of its own. */
    void finish() {
        var noted = List.copyOf(creations);
        creations.clear();
        if (!noted.isEmpty()
                && isStored(
                        noted.stream().map(Creation::step).toList(),
                        noted.getFirst().page())) {
            noted.forEach(creation -> tally(creation.signal(), Outcome.WRITTEN));
        } else {
            noted.forEach(
                    creation -> look(creation.signal(), () -> creation.second().reconcile(creation.signal())));
        }
    }

    private boolean isStored(List<Step> steps, Records page) {
        try {
            stored().create(steps, page);
            return true;
        } catch (WaggleException | TooManyItems refused) {
            return false;
        }
    }

    /** Carries out decisions of people. */
    Resolution resolution() {
        return new Resolution(mapping, session.crm(), home, writers(session.crm()));
    }

    private Writers writers(Crm crm) {
        return planned == null ? new Writers(crm, stored()) : new Writers(planned, planned);
    }

    private StoredSteps stored() {
        return new StoredSteps(
                session.services().writes(),
                session.actor(),
                links,
                session.connection().value().provider().system(),
                session.services().shapes(),
                texts,
                run);
    }

    private void look(Signal signal, Supplier<Outcome> reconciliation) {
        attempt(signal, () -> tally(signal, reconciliation.get()));
    }

    private void tally(Signal signal, Outcome outcome) {
        var waits = outcome == Outcome.PARKED || outcome == Outcome.ASKED;
        tally.add(outcome, waits ? resource + " " + key(signal) : "");
    }

    private void attempt(Signal signal, Runnable look) {
        try {
            look.run();
        } catch (WaggleException contention) {
            tally.again(text(signal));
        } catch (CrmFailure failure) {
            switch (failure.kind()) {
                case RETRY, GONE -> tally.again(text(signal));
                case FIX, TAKEN -> {
                    tally.failed();
                    log(signal, failure);
                }
                case WAIT, STOP, RENEW -> throw failure;
            }
        }
    }

    /** The same text for a record whichever side a signal names it by. */
    private String key(Signal signal) {
        var remote =
                switch (signal) {
                    case Signal.OfRemote of -> Optional.of(of.id());
                    case Signal.OfRecord of -> home.linkOf(of.uuid()).map(Link::remoteId);
                };
        return remote.orElseGet(() -> text(signal).text());
    }

    private SignalText text(Signal signal) {
        var place = signal instanceof Signal.OfRecord(var uuid) && resource == SyncedResource.NOTE
                ? session.facts().references().place(session.services().records(session.actor()), uuid)
                : Optional.<NotePlace>empty();
        return place.map(SignalText::of).orElseGet(() -> new SignalText(resource, signal, null));
    }

    /** The record of Waggle that a signal is about, if there is one. */
    Optional<UUID> record(Signal signal) {
        return switch (signal) {
            case Signal.OfRemote of -> home.linkOf(of.id()).flatMap(link -> Optional.ofNullable(link.record()));
            case Signal.OfRecord of -> Optional.of(of.uuid());
        };
    }

    private void log(Signal signal, CrmFailure failure) {
        var entry = CrmLogEntry.failed(links, run, signal, failure);
        session.services().writes().run(session.actor(), write -> write.create(CrmLogEntry.RESOURCE, entry));
    }

    /** The looks of a resource, if the connection synchronises it. */
    static Optional<Looks> of(Session session, SyncedResource resource, Brake brake, Tally tally) {
        return session.mapping().of(resource).map(of -> new Looks(session, of, null, null, brake, tally));
    }
}
