package waggle.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import waggle.cloud.crm.fake.Fault;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.Signal;

/** One history: random edits, deletions, merges, faults, kills and signals, then rounds without faults. */
final class History {
    private static final List<Fault> FAULTS =
            List.of(Fault.REPLY_LOST, Fault.REPLY_LOST, Fault.SERVER_ERROR, Fault.LOCKED, Fault.TOKEN_EXPIRED);
    private static final Set<Kind> PASSING = Set.of(Kind.RETRY, Kind.STOP, Kind.GONE);

    private final long seed;
    private final Random random;
    private final Scene scene;
    private int names;
    private int reconciliations;

    History(long seed, Scene scene) {
        this.seed = seed;
        this.random = new Random(seed);
        this.scene = scene;
        if (random.nextBoolean()) {
            var phone = scene.provider.field("phone");
            scene.fake.account().automate((type, values) -> rewritten(phone, values));
        }
        scene.fake.account().lag(Duration.ofSeconds(random.nextInt(3) * 20L));
    }

    /** Runs the history, and returns the number of reconciliations. */
    int run() {
        for (var step = 0; step < 30; step++) {
            scene.clock.move(Duration.ofSeconds(10 + random.nextInt(50)));
            act();
            if (random.nextInt(3) == 0) {
                scene.fake.add(any(FAULTS));
            }
            if (random.nextInt(4) == 0) {
                scene.home.diesAfter(random.nextInt(2));
            }
            if (random.nextBoolean()) {
                attemptAny();
            } else if (random.nextInt(4) == 0) {
                attempt(scene::poll);
            }
        }
        while (scene.fake.isFaulty()) {
            attempt(scene::poll);
            attemptAny();
        }
        scene.home.lives();
        scene.clock.move(Duration.ofSeconds(50));
        // From here on, changes of the CRM are found by polls and by the check of the links only.
        for (var round = 0; round < 3; round++) {
            scene.poll();
            scene.poll(() -> true).check(scene.home.remoteIds());
            scene.home.records.keySet().stream().map(Signal.OfRecord::new).forEach(this::predicted);
        }
        var writes = scene.fake.writes();
        var stored = scene.home.stored;
        scene.signals().forEach(this::attempt);
        assertThat(List.of(scene.fake.writes(), (long) scene.home.stored))
                .as("seed %d: writes of a further round", seed)
                .containsExactly(writes, (long) stored);
        scene.home.records.values().forEach(this::assertAgreement);
        var names = scene.ids().stream().map(id -> scene.there(id, "name"));
        assertThat(names).as("seed %d: doubles", seed).doesNotHaveDuplicates();
        return reconciliations;
    }

    private void assertAgreement(LocalRecord local) {
        var link = scene.home.linkOf(local.uuid()).orElseThrow();
        if (link.state() == Link.State.LINKED) {
            for (var field : Provider.FIELDS) {
                assertThat(local.fields().get(field))
                        .as("seed %d: %s", seed, link)
                        .isEqualToIgnoringCase(scene.there(String.valueOf(link.remoteId()), field));
            }
        } else {
            assertThat(link.state()).as("seed %d: %s", seed, link).isIn(Link.State.UNLINKED, Link.State.CONFLICT);
        }
    }

    private void act() {
        var locals = new ArrayList<>(scene.home.records.keySet());
        var remotes = scene.ids();
        var value = random.nextInt(3) == 0 ? "" : "+49 30 " + random.nextInt(100);
        switch (random.nextInt(14)) {
            case 0, 1 -> scene.addHere(named());
            case 2, 3 -> scene.addThere(named());
            case 4, 5, 6, 7 -> {
                if (!locals.isEmpty()) {
                    scene.editHere(any(locals), Map.of("phone", value));
                }
            }
            case 8 -> {
                if (remotes.size() > 1) {
                    scene.fake.account().merge(scene.provider.companies, remotes.getFirst(), remotes.getLast());
                }
            }
            case 9 -> {
                if (!remotes.isEmpty()) {
                    scene.delete(any(remotes));
                }
            }
            default -> {
                if (!remotes.isEmpty()) {
                    // A transaction that began up to a minute ago ends now.
                    var began = scene.clock.instant().minusSeconds(random.nextInt(2) * 60L);
                    scene.editThere(any(remotes), Map.of("phone", value), began);
                }
            }
        }
    }

    private Map<String, String> named() {
        var number = ++names;
        return Map.of("name", "Company " + number, "domain", "Company" + number + ".example");
    }

    private void attemptAny() {
        var signals = scene.signals();
        attempt(signals.isEmpty() ? new Signal.OfRemote("1") : any(signals));
    }

    /** A dry run tells what the run writes. */
    private void predicted(Signal signal) {
        reconciliations++;
        var both = scene.predicted(signal);
        assertThat(both.getLast()).as("seed %d: %s", seed, signal).isEqualTo(both.getFirst());
    }

    private void attempt(Signal signal) {
        reconciliations++;
        attempt(() -> scene.reconciler(scene.crm, () -> true).reconcile(signal));
    }

    private void attempt(Runnable run) {
        try {
            run.run();
        } catch (TestHome.Killed killed) {
            scene.home.lives();
        } catch (CrmFailure e) {
            assertThat(e.kind()).as("seed %d: %s", seed, e).isIn(PASSING);
            assertThat(e).as("seed %d", seed).hasMessageNotContaining("local-1");
        }
    }

    private static Map<String, String> rewritten(String phone, Map<String, String> values) {
        var rewritten = new HashMap<>(values);
        rewritten.computeIfPresent(phone, (name, value) -> value.replace(' ', '-'));
        return rewritten;
    }

    private <E> E any(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }
}
