package waggle.providers.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.hubspot.HubSpotFake;
import waggle.model.Uuids;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.Changes;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.RemoteStage.Outcome;
import waggle.model.crm.run.DailyBudget;
import waggle.providers.ProviderCase;

class HubSpotCrmTest extends ProviderCase {
    private static final String COMPANIES = "companies";
    private static final List<String> FIELDS = List.of("name", "domain");
    private static final String TOKEN = "pat-local-1";

    private final HubSpotCrm crm = new HubSpotCrm(CLIENT, fake.url(), TOKEN, CallBudget.UNLIMITED);

    HubSpotCrmTest() {
        super(clock -> HubSpotFake.start(0, TOKEN, clock));
    }

    @Test
    void record_isCreatedOnce_howeverOftenItIsTried() {
        crm.prepare(COMPANIES);
        var marker = Uuids.next();
        fake.add(Fault.REPLY_LOST);
        assertThat(failure(() -> crm.create(COMPANIES, marker, Map.of("name", "Acme")))
                        .kind())
                .isEqualTo(Kind.RETRY);
        var written = crm.create(COMPANIES, marker, Map.of("name", "Acme", "domain", "ACME.example"));
        assertThat(fake.account().count(COMPANIES)).isEqualTo(1);
        assertThat(written.record().fields()).containsEntry("domain", "acme.example");
        assertThat(written.requestId()).isNotNull();
        assertThat(crm.marked(COMPANIES, FIELDS, marker))
                .extracting(RemoteRecord::id)
                .containsExactly(written.record().id());
        assertThat(crm.marked(COMPANIES, FIELDS, Uuids.next())).isEmpty();
    }

    @Test
    void update_changesAndClears() {
        var id = fake.account().add(COMPANIES, Map.of("name", "Acme", "domain", "acme.example"));
        var written = crm.update(COMPANIES, id, Map.of("name", "Acme Ltd", "domain", ""));
        assertThat(written.record().fields()).containsOnly(Map.entry("name", "Acme Ltd"), Map.entry("domain", ""));
        assertThat(crm.read(COMPANIES, FIELDS, List.of(id)).getFirst().fields()).containsEntry("domain", "");
    }

    @Test
    void read_tellsArchivedAndMergedRecords() {
        var here = fake.account().add(COMPANIES, Map.of("name", "Here"));
        var archived = fake.account().add(COMPANIES, Map.of("name", "Archived"));
        var loser = fake.account().add(COMPANIES, Map.of("name", "Loser"));
        crm.archive(COMPANIES, archived);
        crm.archive(COMPANIES, archived);
        fake.account().merge(COMPANIES, loser, here);
        var found = crm.read(COMPANIES, FIELDS, List.of(here, archived, loser, "999999"));
        assertThat(found)
                .extracting(RemoteRecord::id, RemoteRecord::deleted, RemoteRecord::mergedInto)
                .containsExactlyInAnyOrder(
                        tuple(here, false, null), tuple(archived, true, null), tuple(loser, true, here));
    }

    @Test
    void contact_isFoundByItsEmail_andTakenEmailNamesTheOther() {
        var id = fake.account().add("contacts", Map.of("email", "ann@acme.example"));
        assertThat(crm.find("contacts", List.of("email"), "email", "ann@acme.example"))
                .extracting(RemoteRecord::id)
                .containsExactly(id);
        crm.prepare("contacts");
        var failure = failure(() -> crm.create("contacts", Uuids.next(), Map.of("email", "ann@acme.example")));
        assertThat(failure.kind()).isEqualTo(Kind.TAKEN);
        assertThat(failure.other()).contains(id);
    }

    @Test
    void changes_areReadWhole_althoughMoreThanTenThousandHaveOneTime() {
        var ids = new HashSet<String>();
        for (var i = 0; i < 10_450; i++) {
            ids.add(fake.account().add(COMPANIES, Map.of("name", "Company " + i)));
        }
        clock.move(Duration.ofMillis(1));
        ids.add(fake.account().add(COMPANIES, Map.of("name", "Later")));
        assertThat(all(Instant.parse("2026-11-26T08:00:00Z"))).isEqualTo(ids);
        assertThat(all(null)).isEqualTo(ids);
    }

    @Test
    void changes_endBeforeTheirUpperBound() {
        fake.account().add(COMPANIES, Map.of("name", "Acme"));
        var changes = new Changes(COMPANIES, FIELDS, clock.instant(), clock.instant(), null);
        assertThat(crm.changed(changes).records()).isEmpty();
    }

    @Test
    void schema_tellsFieldsStagesAndOwners() {
        crm.prepare(COMPANIES);
        crm.prepare(COMPANIES);
        assertThat(crm.describe(COMPANIES).field("waggle_id").orElseThrow().unique())
                .isTrue();
        assertThat(crm.describe(COMPANIES)
                        .field("hs_lastmodifieddate")
                        .orElseThrow()
                        .writable())
                .isFalse();
        assertThat(crm.stages("deals"))
                .extracting(stage -> stage.outcome())
                .containsExactly(Outcome.OPEN, Outcome.OPEN, Outcome.WON, Outcome.LOST);
        assertThat(crm.owners()).extracting(owner -> owner.email()).contains("sam@hubspot.example");
        assertThat(crm.account().id()).isEqualTo("4711");
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR, RETRY, 2",
        "LOCKED, RETRY, 2",
        "BURST_LIMIT, WAIT, 10",
        "DAILY_LIMIT, WAIT, 3600",
        "MISSING_SCOPE, STOP,",
        "TOKEN_EXPIRED, STOP,",
        "BLOCKED, STOP,",
    })
    void fault_hasItsKind(Fault fault, Kind kind, @Nullable Long pause) {
        expectKind(fault, kind, pause, new HubSpotCrm(CLIENT, fake.url(), TOKEN, new DailyBudget(clock, 250_000, 25)));
    }

    @Test
    void refusal_namesTheFieldAndNoCredentials() {
        var id = fake.account().add(COMPANIES, Map.of("name", "Acme"));
        var failure = failure(() -> crm.update(COMPANIES, id, Map.of("nickname", "Ac")));
        assertThat(failure.kind()).isEqualTo(Kind.FIX);
        assertThat(failure.details().code()).isEqualTo("PROPERTY_DOESNT_EXIST");
        assertThat(failure.details().field()).isEqualTo("nickname");
        var refused = failure(() -> new HubSpotCrm(CLIENT, fake.url(), "pat-wrong-1", CallBudget.UNLIMITED).account());
        assertThat(refused.kind()).isEqualTo(Kind.STOP);
        assertThat(refused).hasMessageNotContaining("pat-wrong-1");
        assertThat(failure(() -> crm.update(COMPANIES, "999999", Map.of("name", "A")))
                        .kind())
                .isEqualTo(Kind.GONE);
    }

    private Set<String> all(@Nullable Instant since) {
        var ids = new HashSet<String>();
        var changes = new Changes(COMPANIES, FIELDS, since, clock.instant().plusSeconds(1), null);
        while (true) {
            var page = crm.changed(changes);
            page.records().forEach(record -> ids.add(record.id()));
            var next = page.next();
            if (next == null) {
                return ids;
            }
            changes = changes.after(next);
        }
    }
}
