package waggle.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import waggle.cloud.crm.fake.Fault;
import waggle.model.crm.merge.LocalRecord;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.Signal;

/**
 * One history: random edits, deletions, merges, faults and kills. Signals come in any order, several times or never. Rounds without
 * faults follow.
 */
final class History {
    /** A phone number that the rule of an administrator refuses. */
    static final String BAD = "+49 30 refused";

    private static final List<Fault> FAULTS =
            List.of(Fault.REPLY_LOST, Fault.REPLY_LOST, Fault.SERVER_ERROR, Fault.LOCKED, Fault.TOKEN_EXPIRED);
    private static final List<Fault> LIMITS = List.of(Fault.BURST_LIMIT, Fault.DAILY_LIMIT, Fault.BLOCKED);
    private static final Set<Kind> PASSING = Set.of(Kind.RETRY, Kind.STOP, Kind.GONE, Kind.WAIT);

    final String name;
    final Random random;
    final Scene scene;
    final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    private int names;
    private int reconciliations;

    History(long seed, Scene scene) {
        this.name = "seed " + seed;
        // The first numbers of neighbouring seeds are alike.
        this.random = new Random(seed * 0x9E37_79B9_7F4A_7C15L);
        this.scene = scene;
        Stream.of(Trouble.values()).filter(any -> random.nextBoolean()).forEach(troubles::add);
        var account = scene.fake.account();
        if (troubles.contains(Trouble.AUTOMATION)) {
            var phone = scene.provider.field("phone");
            account.automate((type, values) -> rewritten(phone, values));
        }
        if (troubles.contains(Trouble.LAG)) {
            account.lag(Duration.ofSeconds(20 + random.nextInt(2) * 20L));
        }
        if (troubles.contains(Trouble.REFUSALS)) {
            account.refuse(values -> values.containsValue(BAD));
        }
    }

    /** Runs the history, and returns the number of reconciliations. */
    int run() {
        for (var step = 0; step < 30; step++) {
            scene.clock.move(Duration.ofSeconds(10 + random.nextInt(50)));
            act();
            disturb();
            if (random.nextBoolean()) {
                attemptAny();
            } else if (random.nextInt(4) == 0) {
                attempt(scene::poll);
            }
        }
        calm();
        settle();
        new Finale(this).play();
        return reconciliations;
    }

    private void disturb() {
        if (random.nextInt(3) == 0) {
            scene.fake.add(any(FAULTS));
        } else if (troubles.contains(Trouble.LIMITS) && random.nextInt(8) == 0) {
            scene.fake.add(any(LIMITS));
        }
        if (random.nextInt(4) == 0) {
            scene.home.diesAfter(random.nextInt(2));
        }
        if (scene.allowance.isStopped() && random.nextInt(3) == 0) {
            scene.allowance.renew();
        }
    }

    /** Uses up the faults that wait for their calls. */
    void calm() {
        while (scene.fake.isFaulty()) {
            scene.allowance.renew();
            attempt(scene::poll);
            attemptAny();
        }
        scene.allowance.renew();
        scene.home.lives();
        scene.clock.move(Duration.ofSeconds(50));
    }

    /** Changes of the CRM are found by polls and by the check of the links only. A further round writes nothing. */
    void settle() {
        for (var round = 0; round < 3; round++) {
            scene.poll();
            scene.poll(() -> true).check(scene.home.remoteIds());
            List.copyOf(scene.home.records.keySet()).stream()
                    .map(Signal.OfRecord::new)
                    .forEach(this::predicted);
        }
        var writes = scene.fake.writes();
        var stored = scene.home.stored;
        scene.signals().forEach(this::attempt);
        // A refused value is offered again, and refused again.
        if (!troubles.contains(Trouble.REFUSALS)) {
            assertThat(scene.fake.writes())
                    .as("%s: writes of a further round", name)
                    .isEqualTo(writes);
        }
        assertThat(scene.home.stored).as("%s: steps of a further round", name).isEqualTo(stored);
        scene.home.records.values().forEach(this::assertAgreement);
        scene.ids().forEach(this::assertKnown);
        assertThat(scene.ids().stream().map(id -> scene.there(id, "name")))
                .as("%s: doubles", name)
                .doesNotHaveDuplicates();
    }

    private void assertAgreement(LocalRecord local) {
        var link = scene.home.linkOf(local.uuid()).orElseThrow();
        switch (link.state()) {
            case LINKED ->
                Provider.FIELDS.forEach(field -> assertThat(local.fields().get(field))
                        .as("%s: %s", name, link)
                        .isEqualToIgnoringCase(scene.there(String.valueOf(link.remoteId()), field)));
            case PARKED -> assertThat(local.fields()).as("%s: %s", name, link).containsEntry("phone", BAD);
            case UNLINKED -> assertThat(scene.ids()).as("%s: %s", name, link).doesNotContain(link.remoteId());
            case CONFLICT -> assertThat(link.problem()).as("%s: %s", name, link).isNotNull();
            case PENDING -> assertThat(link).as("%s: a claim is left", name).isNull();
        }
    }

    /** Every record of the CRM came to Waggle, and is linked unless its record of Waggle was deleted. */
    private void assertKnown(String id) {
        var link = scene.home.linkOf(id);
        assertThat(link.isPresent() || isCandidate(id))
                .as("%s: %s of the CRM has a link", name, id)
                .isTrue();
        if (link.filter(of -> of.state() == Link.State.UNLINKED).isPresent()) {
            assertThat(scene.home.records.keySet())
                    .as("%s: %s", name, link)
                    .doesNotContain(link.get().record());
        }
    }

    private boolean isCandidate(String id) {
        return scene.home.records.keySet().stream()
                .flatMap(uuid -> scene.home.linkOf(uuid).stream())
                .anyMatch(link ->
                        link.problem() != null && link.problem().candidates().contains(id));
    }

    private void act() {
        var locals = new ArrayList<>(scene.home.records.keySet());
        var remotes = scene.ids();
        switch (random.nextInt(14)) {
            case 0, 1 -> scene.addHere(named());
            case 2, 3 -> scene.addThere(named());
            case 4, 5, 6, 7 -> {
                if (!locals.isEmpty()) {
                    var bad = troubles.contains(Trouble.REFUSALS) && random.nextInt(4) == 0;
                    scene.editHere(any(locals), Map.of("phone", bad ? BAD : phone()));
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
            case 10 -> {
                if (troubles.contains(Trouble.DELETIONS) && !locals.isEmpty()) {
                    scene.home.remove(any(locals));
                }
            }
            default -> {
                if (!remotes.isEmpty()) {
                    // A transaction that began up to a minute ago ends now.
                    var began = scene.clock.instant().minusSeconds(random.nextInt(2) * 60L);
                    scene.editThere(any(remotes), Map.of("phone", phone()), began);
                }
            }
        }
    }

    private String phone() {
        return random.nextInt(3) == 0 ? "" : "+49 30 " + random.nextInt(100);
    }

    Map<String, String> named() {
        var number = ++names;
        return Map.of("name", "Company " + number, "domain", "Company" + number + ".example");
    }

    void attemptAny() {
        var signals = scene.signals();
        attempt(signals.isEmpty() ? new Signal.OfRemote("1") : any(signals));
    }

    /** A dry run tells what the run writes. */
    private void predicted(Signal signal) {
        reconciliations++;
        var both = scene.predicted(signal);
        assertThat(both.getLast()).as("%s: %s", name, signal).isEqualTo(both.getFirst());
    }

    void attempt(Signal signal) {
        reconciliations++;
        attempt(() -> scene.reconciler(scene.crm, () -> true).reconcile(signal));
    }

    private void attempt(Runnable run) {
        try {
            run.run();
        } catch (TestHome.Killed killed) {
            scene.home.lives();
        } catch (CrmFailure e) {
            assertThat(e.kind()).as("%s: %s", name, e).isIn(PASSING);
            assertThat(e).as(name).hasMessageNotContaining("local-1");
            scene.allowance.failed(e, scene.fake);
        }
        scene.allowance.assertKept(scene.fake, name);
    }

    private static Map<String, String> rewritten(String phone, Map<String, String> values) {
        var rewritten = new HashMap<>(values);
        rewritten.computeIfPresent(phone, (name, value) -> value.replace(' ', '-'));
        return rewritten;
    }

    <E> E any(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }
}
