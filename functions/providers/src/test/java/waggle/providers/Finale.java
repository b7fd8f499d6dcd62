package waggle.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import waggle.cloud.crm.fake.Fault;
import waggle.model.crm.merge.Side;
import waggle.model.crm.run.DeleteBrake;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.Problem;
import waggle.model.crm.sync.Resolution;
import waggle.model.crm.sync.Take;
import waggle.model.crm.sync.Writers;

/** The end of a history, whose outcome is known: records that agree are edited on both sides, and then many are deleted. */
record Finale(History history) {
    private static final int BRAKE = 5;

    void play() {
        cure();
        edits();
        deletions();
    }

    /** A parked record goes on once its value is good. */
    private void cure() {
        var scene = history.scene;
        scene.home.records.values().stream()
                .filter(local -> History.BAD.equals(local.fields().get("phone")))
                .map(local -> local.uuid())
                .toList()
                .forEach(uuid -> scene.editHere(uuid, Map.of("phone", "+49 30 5")));
        history.settle();
        assertThat(in(Link.State.PARKED)).as("%s: parked", history.name).isEmpty();
    }

    private List<UUID> in(Link.State state) {
        var scene = history.scene;
        return scene.home.records.keySet().stream()
                .filter(uuid -> scene.state(uuid) == state)
                .toList();
    }

    /** Edits of different fields both survive, the later one of a field wins, and those of one time are asked about. */
    private void edits() {
        var scene = history.scene;
        var linked = in(Link.State.LINKED);
        var different = new ArrayList<UUID>();
        var later = new ArrayList<UUID>();
        var tied = new ArrayList<UUID>();
        linked.forEach(uuid -> history.any(List.of(different, later, tied)).add(uuid));
        scene.clock.move(Duration.ofSeconds(10));
        different.forEach(uuid -> scene.editHere(uuid, Map.of("phone", "0301")));
        later.forEach(uuid -> scene.editHere(uuid, Map.of("phone", "0301")));
        scene.clock.move(Duration.ofSeconds(10));
        different.forEach(uuid -> scene.editThere(scene.remoteId(uuid), Map.of("name", "Named " + uuid)));
        later.forEach(uuid -> scene.editThere(scene.remoteId(uuid), Map.of("phone", "0302")));
        tied.forEach(uuid -> scene.editHere(uuid, Map.of("phone", "0301")));
        tied.forEach(uuid -> scene.editThere(scene.remoteId(uuid), Map.of("phone", "0302")));
        for (var fault = 0; fault < 3; fault++) {
            scene.fake.add(Fault.REPLY_LOST);
            scene.home.diesAfter(history.random.nextInt(2));
            history.attemptAny();
            history.attemptAny();
        }
        history.calm();
        history.settle();
        different.forEach(uuid -> assertThat(List.of(scene.here(uuid, "phone"), scene.here(uuid, "name")))
                .as("%s: edits of %s", history.name, uuid)
                .containsExactly("0301", "Named " + uuid));
        later.forEach(uuid -> assertThat(scene.here(uuid, "phone"))
                .as("%s: later edit", history.name)
                .isEqualTo("0302"));
        tied.forEach(this::decide);
        history.settle();
    }

    private void decide(UUID uuid) {
        var scene = history.scene;
        var link = scene.home.linkOf(uuid).orElseThrow();
        assertThat(link.state()).as("%s: %s", history.name, link).isEqualTo(Link.State.CONFLICT);
        assertThat(Objects.requireNonNull(link.problem()).values())
                .as("%s: %s", history.name, link)
                .containsExactly(new Problem.Field("phone", "0301", "0302"));
        var side = history.any(List.of(Side.values()));
        new Resolution(scene.mapping, scene.crm, scene.home, new Writers(scene.crm, scene.home))
                .resolve(link, new Take.Of(side));
        assertThat(scene.here(uuid, "phone")).as(history.name).isEqualTo(side == Side.CRM ? "0302" : "0301");
    }

    /** Deletions end links one time each, no more at once than the brake releases, and never after a failed read. */
    private void deletions() {
        var scene = history.scene;
        while (in(Link.State.LINKED).size() < BRAKE + 2) {
            scene.signal(scene.addHere(history.named()));
        }
        var doomed = new ArrayList<>(in(Link.State.LINKED));
        Collections.shuffle(doomed, history.random);
        var deleted = doomed.subList(0, BRAKE + 1 + history.random.nextInt(doomed.size() - BRAKE));
        deleted.forEach(uuid -> scene.delete(scene.remoteId(uuid)));
        var ids = doomed.stream().map(scene::remoteId).toList();
        scene.fake.add(Fault.SERVER_ERROR);
        try {
            scene.poll(new DeleteBrake(doomed.size(), 5)).check(ids);
        } catch (waggle.model.crm.port.CrmFailure failed) {
            assertThat(in(Link.State.LINKED)).as(history.name).containsExactlyInAnyOrderElementsOf(doomed);
        }
        scene.poll(new DeleteBrake(doomed.size(), 5)).check(ids);
        assertThat(doomed.stream().filter(uuid -> scene.state(uuid) == Link.State.UNLINKED))
                .as("%s: released deletions", history.name)
                .hasSize(BRAKE);
        scene.poll(() -> true).check(ids);
        assertThat(doomed.stream().filter(uuid -> scene.state(uuid) == Link.State.UNLINKED))
                .as("%s: deletions", history.name)
                .containsExactlyInAnyOrderElementsOf(deleted);
    }
}
