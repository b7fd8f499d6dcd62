package waggle.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import waggle.cloud.crm.fake.Fault;
import waggle.model.crm.mapping.DefaultMappings;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.crm.sync.Outcome;
import waggle.model.crm.sync.Reconciler;
import waggle.model.crm.sync.Signal;
import waggle.model.crm.sync.Writers;
import waggle.providers.call.Host;

/** Notes, which travel to the CRM only, with the mapping that a connection has at first. */
class NotesTest {
    private static final HttpClient CLIENT = Host.newClient();
    private static final String TEXT = "Asked for <b>20 %</b> & a\nsecond line";
    private static final List<String> PARENTS =
            List.of("partner_uuid", "lead_uuid", "deal_uuid", "partner_or_deal_uuid");

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    /** An account with a company, and a note about its partner. */
    private static final class Notes implements AutoCloseable {
        private final Scene scene;
        private final ObjectMapping mapping;
        private final TestHome home;
        private final String company;

        Notes(Provider provider) {
            var of = DefaultMappings.of(waggle.model.crm.mapping.Provider.valueOf(provider.name()))
                    .of(SyncedResource.NOTE)
                    .orElseThrow();
            this.scene = new Scene(provider, CLIENT);
            // The uuids of notes tell the present time, from which Pipedrive's are looked for.
            scene.clock.set(Instant.now());
            this.mapping = of.toObjectMapping(Map.of(), Map.of());
            this.home = new TestHome(
                    mapping.fields().stream().map(rule -> rule.waggle()).toList());
            this.company = scene.addThere(Map.of("name", "Acme"));
            scene.crm.prepare(mapping.object());
        }

        UUID add(String text) {
            return home.add(
                    Map.of(
                            "content",
                            text,
                            "title",
                            "Asked",
                            "kind",
                            "note",
                            "created_at",
                            scene.clock.instant().toString(),
                            "partner_uuid",
                            company,
                            "partner_or_deal_uuid",
                            company),
                    scene.clock.instant());
        }

        Outcome look(UUID note) {
            return new Reconciler(mapping, scene.crm, home, new Writers(scene.crm, home), () -> true)
                    .reconcile(new Signal.OfRecord(note));
        }

        int count() {
            return scene.fake.account().count(mapping.object());
        }

        /** The value of the only note. */
        String value(String waggle) {
            return mapping.fields().stream()
                    .filter(rule -> rule.waggle().equals(waggle))
                    .map(rule -> scene.fake
                            .account()
                            .value(
                                    mapping.object(),
                                    scene.fake.account().ids(mapping.object()).getLast(),
                                    rule.remote()))
                    .findFirst()
                    .orElse("");
        }

        List<String> parents() {
            return PARENTS.stream().map(this::value).filter(id -> !id.isEmpty()).toList();
        }

        @Override
        public void close() {
            scene.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void note_isCreatedChangedAndArchived_withItsRecord(Provider provider) {
        try (var notes = new Notes(provider)) {
            var note = notes.add(TEXT);
            assertThat(notes.look(note)).isEqualTo(Outcome.WRITTEN);
            assertThat(notes.count()).isEqualTo(1);
            assertThat(notes.parents()).containsExactly(notes.company);
            assertThat(notes.value("content"))
                    .startsWith(
                            provider == Provider.SALESFORCE
                                    ? TEXT
                                    : "Asked for &lt;b&gt;20 %&lt;/b&gt; &amp; a<br>second line");
            assertThat(notes.look(note)).isEqualTo(Outcome.NOTHING);

            notes.home.edit(note, Map.of("content", "Agreed"), notes.scene.clock.instant());
            assertThat(notes.look(note)).isEqualTo(Outcome.WRITTEN);
            assertThat(notes.value("content")).startsWith("Agreed").doesNotContain("Asked");
            assertThat(notes.parents()).containsExactly(notes.company);
            assertThat(notes.look(note)).isEqualTo(Outcome.NOTHING);

            notes.home.records.remove(note);
            assertThat(notes.look(note)).isEqualTo(Outcome.UNLINKED);
            assertThat(notes.count()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void note_whoseCreationIsLostOrKilled_isNotMadeTwice(Provider provider) {
        try (var notes = new Notes(provider)) {
            var lost = notes.add("Lost");
            notes.scene.fake.addToWrite(Fault.REPLY_LOST);
            assertThat(catchThrowable(() -> notes.look(lost))).isNotNull();
            notes.look(lost);
            notes.look(lost);
            assertThat(notes.count()).isEqualTo(1);

            var killed = notes.add("Killed");
            notes.home.diesAfter(1);
            assertThat(catchThrowable(() -> notes.look(killed))).isInstanceOf(TestHome.Killed.class);
            notes.home.lives();
            notes.look(killed);
            assertThat(notes.count()).isEqualTo(2);
            assertThat(notes.look(killed)).isEqualTo(Outcome.NOTHING);
        }
    }

    /** An administrator of Salesforce makes the field of activities that holds Waggle's uuid. */
    @Test
    void note_waitsWithItsReason_whileSalesforceHasNoFieldForItsUuid() {
        try (var notes = new Notes(Provider.SALESFORCE)) {
            notes.scene.fake.account().lack("Task", "Waggle_Id__c");
            var note = notes.add("Agreed");
            assertThat(notes.look(note)).isEqualTo(Outcome.PARKED);
            var link = notes.home.linkOf(note).orElseThrow();
            assertThat(link.state()).isEqualTo(Link.State.PARKED);
            assertThat(Objects.requireNonNull(link.problem()).message()).contains("Waggle_Id__c");
            assertThat(notes.look(note)).isEqualTo(Outcome.PARKED);
            assertThat(notes.count()).isZero();

            notes.scene.fake.account().makeField("Task", "Waggle_Id__c");
            assertThat(notes.look(note)).isEqualTo(Outcome.WRITTEN);
            assertThat(notes.count()).isEqualTo(1);
            assertThat(notes.look(note)).isEqualTo(Outcome.NOTHING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void note_whoseCreationIsKilled_whereTheCrmsDayIsTheOneBefore_isNotMadeTwice(Provider provider) {
        try (var notes = new Notes(provider)) {
            notes.scene.clock.set(Instant.parse("2026-11-27T00:00:00.500Z"));
            var killed = notes.add("Killed");
            notes.scene.clock.set(Instant.parse("2026-11-26T23:59:59Z"));
            notes.home.diesAfter(1);
            assertThat(catchThrowable(() -> notes.look(killed))).isInstanceOf(TestHome.Killed.class);
            notes.home.lives();
            notes.look(killed);
            assertThat(notes.count()).isEqualTo(1);
            assertThat(notes.look(killed)).isEqualTo(Outcome.NOTHING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noteOfTheCrm_thatChangesOrIsDeleted_leavesWagglesAsItIs(Provider provider) {
        try (var notes = new Notes(provider)) {
            var note = notes.add("Agreed");
            notes.look(note);
            var object = notes.mapping.object();
            var remote = notes.scene.fake.account().ids(object).getFirst();
            var content = notes.mapping.fields().stream()
                    .filter(rule -> rule.waggle().equals("content"))
                    .findFirst()
                    .orElseThrow()
                    .remote();
            notes.scene.fake.account().edit(object, remote, Map.of(content, "Edited there"));
            notes.look(note);
            assertThat(notes.home.read(note).orElseThrow().fields()).containsEntry("content", "Agreed");

            notes.scene.fake.account().delete(object, remote);
            assertThat(notes.look(note)).isEqualTo(Outcome.UNLINKED);
            assertThat(notes.home.linkOf(note).map(Link::state)).contains(Link.State.UNLINKED);
            assertThat(notes.count()).isZero();
        }
    }
}
