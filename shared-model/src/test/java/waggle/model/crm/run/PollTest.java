package waggle.model.crm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import waggle.model.crm.merge.Direction;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.merge.Form;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.sync.ObjectMapping;
import waggle.model.crm.sync.Signal;

/** Situations of public bug reports about readings of changes. */
class PollTest {
    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final ObjectMapping MAPPING = new ObjectMapping(
            "companies",
            List.of(FieldRule.of("name", "name", Form.TEXT)),
            List.of("name"),
            Direction.BOTH,
            ObjectMapping.OnDelete.UNLINK);

    private final PagedCrm crm = new PagedCrm();
    private final List<String> seen = new ArrayList<>();
    private final Poll poll = new Poll(MAPPING, crm, known -> signal -> seen.add(((Signal.OfRemote) signal).id()));
    private Window window = Window.all(crm.now);

    @Test
    void changeOfTheSameSecondAsTheBound_isRead() {
        crm.change("1");
        crm.now = crm.now.plusSeconds(1);
        read();
        crm.change("2", window.until());
        crm.now = crm.now.plusSeconds(1);
        read();
        assertThat(seen).contains("1", "2");
    }

    @Test
    void changeThatBecomesReadableLate_isRead() {
        read();
        crm.now = crm.now.plusSeconds(120);
        read();
        crm.change("1", crm.now.minusSeconds(90));
        crm.now = crm.now.plusSeconds(120);
        read();
        assertThat(seen).containsExactly("1");
    }

    @Test
    void limitInTheMiddle_costsNoPageThatWasRead() {
        for (var i = 0; i < 30; i++) {
            crm.change(Integer.toString(i));
        }
        crm.now = crm.now.plusSeconds(1);
        window = Window.all(crm.now);
        crm.failsAtCall = 4;
        assertThat(catchThrowableOfType(CrmFailure.class, this::read).kind()).isEqualTo(CrmFailure.Kind.WAIT);
        read();
        assertThat(crm.calls).isEqualTo(11);
        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void recordsOfAPage_costNoFurtherCall() {
        crm.change("1");
        crm.now = crm.now.plusSeconds(1);
        var reading = new Poll(MAPPING, crm, known -> signal -> {
            var id = ((Signal.OfRemote) signal).id();
            assertThat(known.read("companies", MAPPING.remoteFields(), List.of(id)))
                    .hasSize(1);
        });
        reading.read(Window.all(crm.now), next -> {});
        assertThat(crm.reads).isZero();
    }

    @Test
    void check_looksAtEveryLink_aHundredARead() {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 250; i++) {
            ids.add(Integer.toString(i));
        }
        poll.check(ids);
        assertThat(crm.reads).isEqualTo(3);
        assertThat(seen).containsExactlyElementsOf(ids);
    }

    @Test
    void randomChanges_areAllRead() {
        var first = Long.getLong("waggle.seed", System.nanoTime());
        System.out.println("Polls of random changes with the seeds from " + first);
        for (var seed = first; seed < first + 100; seed++) {
            new PollTest().readsAll(seed);
        }
    }

    /** Changes share seconds, become readable up to 100 seconds late, and move records between pages while they are read. */
    private void readsAll(long seed) {
        var random = new Random(seed);
        var expected = new TreeSet<String>();
        for (var step = 0; step < 60; step++) {
            for (var i = random.nextInt(6); i > 0; i--) {
                var id = Integer.toString(random.nextInt(1_000));
                expected.add(id);
                crm.change(id, crm.now.minusSeconds(random.nextInt(100)));
            }
            if (random.nextInt(4) == 0) {
                crm.failsAtCall = crm.calls + random.nextInt(3) + 1;
            }
            crm.now = crm.now.plusSeconds(random.nextInt(60));
            if (random.nextBoolean()) {
                try {
                    read();
                } catch (CrmFailure limited) {
                    assertThat(limited.kind()).isEqualTo(CrmFailure.Kind.WAIT);
                }
            }
        }
        crm.failsAtCall = -1;
        crm.now = crm.now.plusSeconds(1);
        read();
        read();
        assertThat(new TreeSet<>(seen)).as("seed %d", seed).isEqualTo(expected);
    }

    private void read() {
        window = window.next(crm.now, Duration.ZERO, OVERLAP);
        poll.read(window, next -> window = next);
    }
}
