package waggle.model.crm.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import waggle.model.crm.merge.FieldRule;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.RemoteRecord;
import waggle.model.crm.sync.Link.State;

/**
 * Random histories of edits, deletions and merges on both sides, while replies are lost, calls fail, processes end and an
 * automation of the CRM rewrites fields.
 */
class RandomHistoriesTest {
    private static final int HISTORIES = Integer.getInteger("waggle.histories", 150);
    private static final List<String> FIELDS = List.of("name", "phone", "score");

    @Test
    void histories_endInAgreement_withoutDoublesAndFurtherWrites() {
        var first = Long.getLong("waggle.seed", System.nanoTime());
        System.out.println("Histories of the synchronisation with the seeds from " + first);
        for (var i = 0; i < HISTORIES; i++) {
            new History(first + i).run();
        }
    }

    private static final class History {
        private final long seed;
        private final Random random;
        private final Pair pair = new Pair();
        private int names;

        History(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            pair.crm.fails = () -> random.nextInt(8) == 0;
            pair.crm.losesReply = () -> random.nextInt(8) == 0;
            pair.home.dies = () -> random.nextInt(8) == 0;
            if (random.nextBoolean()) {
                pair.crm.automation = History::rewritten;
            }
        }

        void run() {
            for (var step = 0; step < 40; step++) {
                if (random.nextInt(3) > 0) {
                    pair.later();
                }
                act();
                var signals = pair.signals().toList();
                if (!signals.isEmpty() && random.nextBoolean()) {
                    attempt(any(signals));
                }
            }
            pair.crm.fails = () -> false;
            pair.crm.losesReply = () -> false;
            pair.home.dies = () -> false;
            for (var round = 0; round < 4; round++) {
                pair.signals().forEach(this::predicted);
            }
            assertDryRunIsEmpty();
            var writes = pair.crm.writes;
            var stored = pair.home.stored;
            round();
            assertThat(List.of(pair.crm.writes, pair.home.stored))
                    .as("seed %d: writes of a further round", seed)
                    .containsExactly(writes, stored);
            assertAgreement();
        }

        private void act() {
            var locals = new ArrayList<>(pair.home.records.keySet());
            var remotes = pair.crm.live().stream().map(RemoteRecord::id).toList();
            switch (random.nextInt(10)) {
                case 0 -> pair.home.add(Pair.company(name(), domain()));
                case 1 -> pair.crm.add(Pair.company(name(), domain()));
                case 2, 3, 4 -> {
                    if (!locals.isEmpty()) {
                        pair.home.edit(any(locals), Map.of(any(FIELDS), value()));
                    }
                }
                case 5, 6, 7 -> {
                    if (!remotes.isEmpty()) {
                        pair.crm.edit(any(remotes), any(FIELDS), value());
                    }
                }
                case 8 -> {
                    if (!locals.isEmpty() && random.nextInt(4) == 0) {
                        pair.home.records.remove(any(locals));
                    }
                }
                default -> change(remotes);
            }
        }

        private void change(List<String> remotes) {
            if (remotes.size() > 1 && random.nextInt(3) == 0) {
                var loser = any(remotes);
                var winner = any(remotes);
                if (!loser.equals(winner)) {
                    pair.crm.merge(loser, winner);
                }
            } else if (!remotes.isEmpty() && random.nextInt(3) == 0) {
                pair.crm.delete(any(remotes));
            }
        }

        private void round() {
            pair.signals().forEach(this::attempt);
        }

        private void attempt(Signal signal) {
            try {
                pair.reconciler(pair.crm, pair.home).reconcile(signal);
            } catch (CrmFailure | MemoryHome.Killed e) {
                // A queue would bring the signal again; the last rounds do.
            }
        }

        private void assertDryRunIsEmpty() {
            var noted = new DryRun(null, null);
            pair.signals().forEach(signal -> pair.reconciler(noted, noted).reconcile(signal));
            assertThat(noted.writes()).as("seed %d: noted writes", seed).isEmpty();
        }

        /** A dry run lists what the run that follows writes. */
        private void predicted(Signal signal) {
            var noted = new DryRun(null, null);
            pair.reconciler(noted, noted).reconcile(signal);
            var made = new DryRun(pair.crm, pair.home);
            pair.reconciler(made, made).reconcile(signal);
            assertThat(made.writes()).as("seed %d: predicted writes", seed).isEqualTo(noted.writes());
        }

        private void assertAgreement() {
            var records = new HashSet<Object>();
            for (var link : pair.home.links) {
                assertThat(link.record() == null || records.add(link.record()))
                        .as("seed %d: one link a record", seed)
                        .isTrue();
                if (link.state() == State.LINKED) {
                    var local = pair.home.known(Objects.requireNonNull(link.record()));
                    var remote = pair.crm.known(Objects.requireNonNull(link.remoteId()));
                    for (var rule : Pair.RULES) {
                        assertThat(same(rule, local.fields(), remote.fields()))
                                .as("seed %d: %s of %s and %s", seed, rule.waggle(), local, remote)
                                .isTrue();
                    }
                }
            }
            var markers = pair.crm.live().stream().map(RemoteRecord::marker).filter(Objects::nonNull);
            assertThat(markers)
                    .as("seed %d: one record of the CRM a mark", seed)
                    .doesNotHaveDuplicates();
            assertThat(pair.home.records.keySet())
                    .as("seed %d: every record has a link", seed)
                    .allMatch(uuid -> pair.home.linkOf(uuid).isPresent());
        }

        private static boolean same(FieldRule rule, Map<String, String> local, Map<String, String> remote) {
            var here = Objects.requireNonNull(local.get(rule.waggle()));
            var there = Objects.requireNonNull(remote.get(rule.remote()));
            return rule.waggle().equals("score")
                    ? here.isEmpty() == there.isEmpty()
                            && (here.isEmpty() || rounded(here).equals(rounded(there)))
                    : here.equals(there);
        }

        private static String rounded(String score) {
            return new BigDecimal(score).setScale(2, RoundingMode.HALF_UP).toPlainString();
        }

        private static Map<String, String> rewritten(Map<String, String> fields) {
            var rewritten = new HashMap<>(fields);
            rewritten.computeIfPresent("phone", (key, phone) -> phone.replace(" ", "-"));
            rewritten.computeIfPresent("score", (key, score) -> score.isEmpty() ? score : rounded(score));
            return rewritten;
        }

        private String value() {
            return switch (random.nextInt(4)) {
                case 0 -> "";
                case 1 -> Integer.toString(random.nextInt(5));
                default -> random.nextInt(9) + "." + random.nextInt(2000);
            };
        }

        private String name() {
            return "Company " + ++names;
        }

        private String domain() {
            return random.nextInt(3) == 0 ? "" : "company" + random.nextInt(6) + ".example";
        }

        private <E> E any(List<E> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
