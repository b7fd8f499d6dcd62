package waggle.crm.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import waggle.model.crm.mapping.Provider;
import waggle.model.crm.stored.CrmLink;
import waggle.model.crm.sync.Link.State;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;

/** Notes that are deleted in the CRM ({@code docs/crm.md}, "Notes"). Salesforce tells them by the windows of looks. */
final class NoteDeletionsTest {
    private static final String TASK = "Task";
    private static final int NOTES = 7;

    /** The deletions that every day may have. */
    private static final int ALWAYS = 5;

    private final WorkerBench bench = new WorkerBench(Provider.SALESFORCE);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void deletionsThatTheBrakeHolds_areAskedAgain() {
        bench.addPartner("Northwind", "northwind.example");
        var partner = bench.records().all(Partner.RESOURCE).getFirst().uuid();
        for (var note = 1; note <= NOTES; note++) {
            bench.addNote(partner, "Note " + note);
        }
        bench.later(Duration.ofHours(1));
        bench.run(true, false);
        var tasks = bench.fake.account().ids(TASK);
        assertThat(tasks).hasSize(NOTES);
        bench.later(Duration.ofMinutes(1));
        tasks.forEach(task -> bench.fake.account().delete(TASK, task));
        bench.later(Duration.ofMinutes(1));

        bench.look();
        assertThat(ended()).hasSize(ALWAYS);

        bench.later(Duration.ofDays(1));
        bench.look();
        assertThat(ended()).hasSize(NOTES);
    }

    private List<Entity<CrmLink>> ended() {
        return bench.records().all(CrmLink.RESOURCE).stream()
                .filter(link -> link.value().status() == State.UNLINKED)
                .toList();
    }
}
