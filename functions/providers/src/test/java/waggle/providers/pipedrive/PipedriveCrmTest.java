package waggle.providers.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waggle.cloud.crm.fake.Fault;
import waggle.cloud.crm.pipedrive.PipedriveFake;
import waggle.model.Uuids;
import waggle.model.crm.port.Changes;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.port.RemoteField;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.run.DailyBudget;
import waggle.providers.ProviderCase;

class PipedriveCrmTest extends ProviderCase {
    private static final String ORGANIZATIONS = "organizations";
    private static final List<String> FIELDS = List.of("name", PipedriveFake.DOMAIN);

    private final DailyBudget budget = new DailyBudget(clock, 30_000, 100);
    private final PipedriveCrm crm = new PipedriveCrm(CLIENT, fake.url(), "local-1", budget);

    PipedriveCrmTest() {
        super(clock -> PipedriveFake.start(0, "local-1", clock));
    }

    @Test
    void recordOfALostReply_isFoundBeforeTheSearchFindsIt() {
        crm.prepare(ORGANIZATIONS);
        fake.account().lag(Duration.ofMinutes(1));
        var marker = Uuids.next();
        fake.add(Fault.REPLY_LOST);
        var failure = failure(() -> crm.create(ORGANIZATIONS, marker, Map.of("name", "Acme")));
        assertThat(failure.kind()).isEqualTo(Kind.RETRY);
        assertThat(failure.details().pause()).isEqualTo(Duration.ofSeconds(60));
        assertThat(crm.marked(ORGANIZATIONS, FIELDS, marker)).isEmpty();
        assertThat(crm.claimed(ORGANIZATIONS, FIELDS, marker)).hasSize(1);
        clock.move(Duration.ofMinutes(2));
        assertThat(crm.marked(ORGANIZATIONS, FIELDS, marker)).hasSize(1);
    }

    @Test
    void number_isWrittenAsANumber_andReadAsADecimal() {
        var written = crm.create("deals", Uuids.next(), Map.of("title", "Renewal", "value", "1000.50"));
        assertThat(written.record().fields()).contains(entry("value", "1000.5"));
        var refused = catchThrowableOfType(
                CrmFailure.class, () -> crm.update("deals", written.record().id(), Map.of("value", "a lot")));
        assertThat(refused.kind()).isEqualTo(Kind.FIX);
        assertThat(refused.details().field()).isEqualTo("value");
    }

    @Test
    void unknownField_isRefusedAndNamed() {
        var failure = catchThrowableOfType(
                CrmFailure.class,
                () -> crm.create(ORGANIZATIONS, Uuids.next(), Map.of("name", "Acme", "nickname", "A")));
        assertThat(failure.details().field()).isEqualTo("nickname");
        assertThat(fake.account().count(ORGANIZATIONS)).isZero();
    }

    @Test
    void update_keepsTheOtherAddressesOfAPerson_andFindsByAddress() {
        var id = fake.account().add("persons", Map.of("name", "Ann", "emails", "ann@acme.example"));
        crm.update("persons", id, Map.of("emails", "ann@new.example"));
        assertThat(crm.find("persons", List.of("name"), "emails", "ANN@new.example"))
                .extracting(RemoteRecord::id)
                .containsExactly(id);
    }

    @Test
    void archivedDeal_isReadAndListed_andRefusesChanges() {
        var id = fake.account().add("deals", Map.of("title", "Old", "is_archived", "true"));
        assertThat(crm.read("deals", List.of("title"), List.of(id)))
                .extracting(RemoteRecord::deleted)
                .containsExactly(false);
        var changes = new Changes("deals", List.of("title"), null, clock.instant(), null);
        var next = crm.changed(changes).next();
        assertThat(crm.changed(changes.after(String.valueOf(next))).records()).hasSize(1);
        assertThat(failure(() -> crm.update("deals", id, Map.of("title", "New")))
                        .kind())
                .isEqualTo(Kind.FIX);
    }

    @Test
    void fieldThatNoSearchFinds_isNoMatchField() {
        assertThat(catchThrowableOfType(
                                CrmFailure.class, () -> crm.find(ORGANIZATIONS, FIELDS, "website", "acme.example"))
                        .getMessage())
                .contains("cannot search for website");
    }

    @Test
    void deletedRecord_isNotThere_andIsArchivedOnce() {
        var id = fake.account().add(ORGANIZATIONS, Map.of("name", "Acme"));
        crm.archive(ORGANIZATIONS, id);
        crm.archive(ORGANIZATIONS, id);
        assertThat(crm.read(ORGANIZATIONS, FIELDS, List.of(id, "x"))).isEmpty();
    }

    @Test
    void calls_costTokens() {
        crm.prepare(ORGANIZATIONS);
        var before = budget.used();
        crm.read(ORGANIZATIONS, FIELDS, List.of("1"));
        crm.marked(ORGANIZATIONS, FIELDS, Uuids.next());
        crm.create(ORGANIZATIONS, Uuids.next(), Map.of("name", "Acme"));
        assertThat(budget.used() - before).isEqualTo(10 + 20 + 5);
    }

    @Test
    void schema_tellsFieldsStagesAndOwners() {
        var fields = crm.describe(ORGANIZATIONS);
        assertThat(fields.field(PipedriveFake.DOMAIN).orElseThrow().label()).isEqualTo("Domain");
        assertThat(fields.field("update_time").orElseThrow().writable()).isFalse();
        assertThat(crm.describe("deals").field("value").orElseThrow().type()).isEqualTo(RemoteField.Type.NUMBER);
        assertThat(crm.stages("deals")).hasSize(2);
        assertThat(crm.owners()).extracting(owner -> owner.email()).contains("sam@pipedrive.example");
        assertThat(crm.account().id()).isEqualTo("4711");
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR, RETRY, 2",
        "BURST_LIMIT, WAIT, 10",
        "DAILY_LIMIT, WAIT, 3600",
        "MISSING_SCOPE, STOP,",
        "TOKEN_EXPIRED, STOP,",
        "BLOCKED, STOP,",
    })
    void fault_hasItsKind(Fault fault, Kind kind, @Nullable Long pause) {
        expectKind(fault, kind, pause, crm);
    }
}
