package waggle.providers.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.salesforce.SalesforceFake;
import waggle.model.Uuids;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.Changes;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.port.RemoteAccount;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.port.RemoteStage.Outcome;
import waggle.model.crm.run.DailyBudget;
import waggle.providers.MemoryTokens;
import waggle.providers.ProviderCase;

class SalesforceCrmTest extends ProviderCase {
    private static final String ACCOUNT = "Account";
    private static final List<String> FIELDS = List.of("Name", "Website");

    private final SalesforceCrm crm =
            MemoryTokens.salesforce(CLIENT, fake.url(), "local-app", "local-secret", CallBudget.UNLIMITED);

    SalesforceCrmTest() {
        super(clock -> SalesforceFake.start(0, "local-app", "local-secret", clock));
    }

    @Test
    void record_isCreatedOnce_andReadBackAsItIsStored() {
        crm.prepare(ACCOUNT);
        var marker = Uuids.next();
        crm.account();
        crm.describe(ACCOUNT);
        fake.add(Fault.REPLY_LOST);
        assertThat(failure(() -> crm.create(ACCOUNT, marker, Map.of("Name", "Acme")))
                        .kind())
                .isEqualTo(Kind.RETRY);
        var written = crm.create(ACCOUNT, marker, Map.of("Name", " Acme "));
        assertThat(fake.account().count(ACCOUNT)).isEqualTo(1);
        assertThat(written.record().fields()).containsOnly(Map.entry("Name", "Acme"));
        assertThat(crm.marked(ACCOUNT, FIELDS, marker)).hasSize(1);
    }

    @Test
    void uuidThatSeveralRecordsHave_isRefused() {
        var marker = Uuids.next();
        fake.account().add(ACCOUNT, Map.of("Name", "One", "Waggle_Id__c", marker.toString()));
        fake.account().add(ACCOUNT, Map.of("Name", "Two", "Waggle_Id__c", marker.toString()));
        var failure = failure(() -> crm.create(ACCOUNT, marker, Map.of("Name", "Acme")));
        assertThat(failure.kind()).isEqualTo(Kind.TAKEN);
        assertThat(failure.details().code()).isEqualTo("MULTIPLE_CHOICES");
    }

    @Test
    void duplicateRule_namesTheOtherRecord() {
        var id = fake.account().add("Contact", Map.of("LastName", "Lee", "Email", "ann@acme.example"));
        var failure = failure(
                () -> crm.create("Contact", Uuids.next(), Map.of("LastName", "Lee", "Email", "ann@acme.example")));
        assertThat(failure.kind()).isEqualTo(Kind.TAKEN);
        assertThat(failure.other()).contains(id);
    }

    @Test
    void read_tellsDeletedAndMergedRecords_andChangesOfThemAreGone() {
        var here = fake.account().add(ACCOUNT, Map.of("Name", "O'Neil"));
        var deleted = fake.account().add(ACCOUNT, Map.of("Name", "Deleted"));
        var loser = fake.account().add(ACCOUNT, Map.of("Name", "Loser"));
        crm.archive(ACCOUNT, deleted);
        crm.archive(ACCOUNT, deleted);
        fake.account().merge(ACCOUNT, loser, here);
        assertThat(crm.read(ACCOUNT, FIELDS, List.of(here, deleted, loser, "001000000000000AAA", "'")))
                .extracting(RemoteRecord::id, RemoteRecord::deleted, RemoteRecord::mergedInto)
                .containsExactlyInAnyOrder(
                        tuple(here, false, null), tuple(deleted, true, null), tuple(loser, true, here));
        assertThat(failure(() -> crm.update(ACCOUNT, deleted, Map.of("Name", "A")))
                        .kind())
                .isEqualTo(Kind.GONE);
        assertThat(crm.find(ACCOUNT, FIELDS, "Name", "O'Neil")).hasSize(1);
        assertThat(here).hasSize(18);
    }

    /** Salesforce may send fewer rows than there are, and says then that it is not done. */
    @Test
    void deletions_areReadWhole_althoughSalesforceSendsFewAtOnce() {
        var since = clock.instant();
        var ids = new HashSet<String>();
        for (var i = 0; i < 5; i++) {
            var marker = Uuids.next().toString();
            ids.add(fake.account().add(ACCOUNT, Map.of("Name", "Account " + i, "Waggle_Id__c", marker)));
        }
        ids.forEach(id -> fake.account().delete(ACCOUNT, id));
        fake.account().pages(2);
        assertThat(crm.deleted(ACCOUNT, since, since.plusSeconds(1))).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void changes_areReadWhole_althoughMoreThanAPageHasOneTime() {
        var ids = new HashSet<String>();
        for (var i = 0; i < 4_100; i++) {
            ids.add(fake.account().add(ACCOUNT, Map.of("Name", "Account " + i)));
        }
        var found = new HashSet<String>();
        var changes =
                new Changes(ACCOUNT, FIELDS, clock.instant(), clock.instant().plusSeconds(1), null);
        var next = changes.cursor();
        do {
            var page = crm.changed(next == null ? changes : changes.after(next));
            page.records().forEach(record -> found.add(record.id()));
            next = page.next();
        } while (next != null);
        assertThat(found).isEqualTo(ids);
    }

    @Test
    void workersThatAreRefusedTogether_askForOneToken() throws InterruptedException {
        crm.account();
        fake.add(Fault.TOKEN_EXPIRED);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<RemoteAccount> call = crm::account;
            assertThat(workers.invokeAll(Collections.nCopies(30, call)))
                    .extracting(Future::state)
                    .containsOnly(Future.State.SUCCESS);
        }
        assertThat(fake.calls())
                .filteredOn("POST /services/oauth2/token"::equals)
                .hasSize(2);
        assertThat(fake.calls().stream().filter(call -> call.endsWith("/query")).count())
                .isBetween(32L, 61L);
    }

    @Test
    void names_areTheOnlyTextsOfAQueryThatAreNotQuoted() {
        assertThat(failure(() -> crm.find(ACCOUNT, List.of("Name FROM User--"), "Name", "A"))
                        .kind())
                .isEqualTo(Kind.FIX);
        assertThat(failure(() -> crm.describe("../query")).kind()).isEqualTo(Kind.FIX);
        assertThat(crm.find(ACCOUNT, FIELDS, "Name", "' OR Name != '\\")).isEmpty();
    }

    @Test
    void schema_tellsFieldsStagesAndOwners() {
        assertThat(crm.describe(ACCOUNT).field("Waggle_Id__c").orElseThrow().unique())
                .isTrue();
        assertThat(crm.describe(ACCOUNT).field("SystemModstamp").orElseThrow().writable())
                .isFalse();
        assertThat(crm.stages("Opportunity"))
                .extracting(stage -> stage.outcome())
                .containsExactly(Outcome.OPEN, Outcome.OPEN, Outcome.WON, Outcome.LOST);
        assertThat(crm.owners()).extracting(owner -> owner.email()).contains("sam@salesforce.example");
        assertThat(crm.account().id()).isEqualTo("00DWg0000004711EAA");
    }

    @Test
    void amount_isWrittenAsANumber_andComesBackRounded() {
        var fields =
                Map.of("Name", "Renewal", "StageName", "Prospecting", "CloseDate", "2026-12-31", "Amount", "10.005");
        var written = crm.create("Opportunity", Uuids.next(), fields);
        assertThat(written.record().fields()).containsEntry("Amount", "10.01");
    }

    @Test
    void refusal_namesTheField_andWrongCredentialsStopWithoutTheirText() {
        var failure = failure(() -> crm.create(ACCOUNT, Uuids.next(), Map.of("Website", "acme.example")));
        assertThat(failure.kind()).isEqualTo(Kind.FIX);
        assertThat(failure.details().code()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(failure.details().field()).isEqualTo("Name");
        var stranger = MemoryTokens.salesforce(CLIENT, fake.url(), "local-app", "secret-wrong", CallBudget.UNLIMITED);
        var refused = failure(stranger::account);
        assertThat(refused.kind()).isEqualTo(Kind.STOP);
        assertThat(refused).hasMessageNotContaining("secret-wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR, RETRY, 2",
        "LOCKED, RETRY, 2",
        "DAILY_LIMIT, WAIT, 3600",
        "MISSING_SCOPE, STOP,",
        "BLOCKED, STOP,",
    })
    void fault_hasItsKind(Fault fault, Kind kind, @Nullable Long pause) {
        var limited = MemoryTokens.salesforce(
                CLIENT, fake.url(), "local-app", "local-secret", new DailyBudget(clock, 100_000, 25));
        limited.account();
        expectKind(fault, kind, pause, limited);
    }
}
