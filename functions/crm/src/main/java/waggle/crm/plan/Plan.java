package waggle.crm.plan;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.run.KnownRecords;
import waggle.model.crm.stored.Links;
import waggle.model.crm.sync.Home;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.Step;

/** What a dry run has planned so far. Its later looks see it, as those of a run see what was written. */
public final class Plan {
    private final Map<UUID, Link> ofRecords = new HashMap<>();
    private final Map<Remote, OfRemote> ofRemotes = new HashMap<>();
    private final Map<UUID, Map<String, String>> values = new HashMap<>();
    private final Map<Remote, Map<String, String>> remoteValues = new HashMap<>();

    private record Remote(String object, String id) {}

    private record OfRemote(SyncedResource resource, Link link) {}

    /** Adds a write of the CRM. */
    void update(String object, String id, Map<String, String> fields) {
        remoteValues
                .computeIfAbsent(new Remote(object, id), same -> new HashMap<>())
                .putAll(fields);
    }

    /** Adds a step: the link, and what changes in Waggle. */
    void add(Links links, Step step) {
        var link = step.after();
        var record = link.record();
        if (record != null) {
            ofRecords.put(record, link);
            if (step.change() != Step.Change.NONE) {
                values.computeIfAbsent(record, same -> new HashMap<>()).putAll(step.values());
            }
        }
        if (link.remoteId() != null) {
            ofRemotes.put(new Remote(links.object(), link.remoteId()), new OfRemote(links.resource(), link));
        }
    }

    /** Whether a record has a planned link that stands. */
    public boolean isLinked(UUID record) {
        return Optional.ofNullable(ofRecords.get(record))
                .filter(link -> link.state() == Link.State.LINKED)
                .isPresent();
    }

    /** A page of an object as it were after the plan. */
    public KnownRecords over(KnownRecords page, Links links) {
        return page.after(record -> {
            var fields = new HashMap<>(record.fields());
            fields.putAll(remoteValues.getOrDefault(new Remote(links.object(), record.id()), Map.of()));
            return new RemoteRecord(
                    record.id(), record.modifiedAt(), record.deleted(), record.mergedInto(), record.marker(), fields);
        });
    }

    /** Waggle's side as it were after the plan. */
    public Home over(Home home, Links links) {
        return new After(home, links);
    }

    private final class After implements Home {
        private final Home home;
        private final Links links;

        After(Home home, Links links) {
            this.home = home;
            this.links = links;
        }

        @Override
        public Optional<Link> linkOf(UUID record) {
            return Optional.ofNullable(ofRecords.get(record)).or(() -> home.linkOf(record));
        }

        /** Where the record of Waggle is linked to another one, the link of this one has ended. */
        @Override
        public Optional<Link> linkOf(String remoteId) {
            return Optional.ofNullable(ofRemotes.get(new Remote(links.object(), remoteId)))
                    .filter(planned -> planned.resource() == links.resource())
                    .map(OfRemote::link)
                    .or(() -> home.linkOf(remoteId))
                    .filter(link -> link.record() == null
                            || remoteId.equals(Optional.ofNullable(ofRecords.get(link.record()))
                                    .orElse(link)
                                    .remoteId()));
        }

        @Override
        public Optional<LocalRecord> read(UUID record) {
            var found = home.read(record);
            var planned = values.get(record);
            if (planned == null) {
                return found;
            }
            var fields = new HashMap<>(found.map(LocalRecord::fields).orElse(Map.of()));
            fields.putAll(planned);
            var modifiedAt = found.map(LocalRecord::modifiedAt).orElse(Instant.EPOCH);
            return Optional.of(new LocalRecord(record, modifiedAt, fields));
        }

        @Override
        public boolean isOfOtherResource(RemoteRecord remote) {
            return Optional.ofNullable(ofRemotes.get(new Remote(links.object(), remote.id())))
                            .filter(planned -> planned.resource() != links.resource())
                            .isPresent()
                    || home.isOfOtherResource(remote);
        }

        @Override
        public List<UUID> match(String field, String value) {
            return home.match(field, value);
        }

        @Override
        public boolean includes(UUID record) {
            return home.includes(record);
        }

        @Override
        public boolean canCreate(Map<String, String> fields) {
            return home.canCreate(fields);
        }

        @Override
        public RemoteRecord understood(RemoteRecord remote) {
            return home.understood(remote);
        }

        @Override
        public String derived(String field, Map<String, String> values) {
            return home.derived(field, values);
        }

        @Override
        public UUID nextUuid() {
            return home.nextUuid();
        }
    }
}
