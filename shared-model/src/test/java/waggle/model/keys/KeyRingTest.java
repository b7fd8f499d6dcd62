package waggle.model.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.declaration.Write;
import waggle.model.keys.Scopes.Scope;
import waggle.model.paging.PageRequest;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;

/** What API keys leave behind, also when making or revoking one dies half way. */
class KeyRingTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ApiKey WANTED = ApiKey.wanted("Sync", Scopes.of(Scope.READ));

    private final Actor actor = Actor.ofKey(Uuids.next(), Uuids.next(), "Test", "request");
    private final Plan plan = new Plan();

    @Test
    void create_key_isFoundAndCounted() {
        var made = create(ring(NOON));

        assertThat(find(made, NOON))
                .hasValueSatisfying(grant -> assertThat(grant.uuid()).isEqualTo(made.uuid()));
        assertThat(plan.keys).containsExactly(made.uuid());
        assertThat(records())
                .hasSize(1)
                .allSatisfy(key -> assertThat(key.value().key()).isNull());
    }

    @Test
    void create_whileThePlanFails_leavesNoKey() {
        plan.fails = true;

        assertThatThrownBy(() -> create(ring(NOON))).isInstanceOf(IllegalStateException.class);

        assertThat(records()).isEmpty();
    }

    @Test
    void create_diedBeforeItsRecord_isCleanedUpByTheNext() {
        assertThatThrownBy(() -> run(write -> {
                    ring(NOON).create(write, Uuids.next(), WANTED, KeySecret.Mode.TEST);
                    throw new IllegalStateException("killed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(records()).isEmpty();
        assertThat(plan.keys).hasSize(1);

        var made = create(ring(NOON.plus(Duration.ofMinutes(6))));

        assertThat(plan.keys).containsExactly(made.uuid());
        assertThat(records()).hasSize(1);
    }

    @Test
    void create_thatIsRefused_leavesNothingInThePlan() {
        assertThatThrownBy(() -> run(write -> {
                    ring(NOON).create(write, Uuids.next(), WANTED, KeySecret.Mode.TEST);
                    throw new WaggleException(ErrorCode.CONFLICT);
                }))
                .isInstanceOf(WaggleException.class);

        assertThat(plan.keys).isEmpty();
        assertThat(records()).isEmpty();
    }

    @Test
    void revoke_whileThePlanFails_finishesOnRepetition() {
        var made = create(ring(NOON));
        plan.fails = true;
        assertThatThrownBy(() -> revoke(made)).isInstanceOf(IllegalStateException.class);
        assertThat(find(made, NOON)).isEmpty();
        plan.fails = false;

        revoke(made);

        assertThat(plan.keys).isEmpty();
        assertThat(records())
                .hasSize(1)
                .allSatisfy(key -> assertThat(key.value().revokedAt()).isEqualTo(NOON));
    }

    @Test
    void revoke_ofTwoAdminKeysByEachOther_leavesOne() {
        var first = createAdmin();
        var second = createAdmin();
        var isFirstAttempt = new AtomicBoolean(true);

        assertThatThrownBy(() -> run(write -> {
                    var revoked = ring(NOON).revoke(write, first.uuid(), Precondition.NONE);
                    if (isFirstAttempt.getAndSet(false)) {
                        revoke(second);
                    }
                    return revoked;
                }))
                .isInstanceOf(WaggleException.class)
                .hasMessageStartingWith("The last API key with the scope admin cannot be revoked");

        assertThat(records())
                .filteredOn(key -> key.value().revokedAt() == null)
                .extracting(Entity::uuid)
                .containsExactly(first.uuid());
    }

    private Entity<ApiKey> createAdmin() {
        var wanted = ApiKey.wanted("Admin", Scopes.of(Scope.ADMIN));
        return run(write -> ring(NOON).create(write, Uuids.next(), wanted, KeySecret.Mode.TEST));
    }

    @Test
    void find_key_succeedsUntilItExpires() {
        var wanted = new ApiKey("Sync", List.of("read"), NOON.plusSeconds(60), null, null, null, null, null, null);
        var far = Clock.fixed(NOON, ZoneOffset.UTC);
        var ring = new KeyRing(LocalTable.shared(), LocalTable.NAME, far, plan);
        var made = run(write -> ring.create(write, Uuids.next(), wanted, KeySecret.Mode.TEST));

        assertThat(find(made, NOON.plusSeconds(59))).isPresent();
        assertThat(find(made, NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void find_rotatedKey_succeedsUntilTheOverlapEnds() {
        var made = create(ring(NOON));

        var rotated = run(write -> ring(NOON).rotate(write, made.uuid(), Duration.ofHours(2)));

        assertThat(find(made, NOON.plus(Duration.ofMinutes(119)))).isPresent();
        assertThat(find(made, NOON.plus(Duration.ofHours(2)))).isEmpty();
        assertThat(find(rotated, NOON.plus(Duration.ofDays(900)))).isPresent();
        assertThat(plan.keys).containsExactly(made.uuid());
    }

    private Entity<ApiKey> create(KeyRing ring) {
        return run(write -> ring.create(write, Uuids.next(), WANTED, KeySecret.Mode.TEST));
    }

    private void revoke(Entity<ApiKey> key) {
        run(write -> ring(NOON).revoke(write, key.uuid(), Precondition.NONE));
    }

    private KeyRing ring(Instant now) {
        return new KeyRing(LocalTable.shared(), LocalTable.NAME, Clock.fixed(now, ZoneOffset.UTC), plan);
    }

    private static Optional<KeyGrant> find(Entity<ApiKey> key, Instant now) {
        var secret = KeySecret.parse(Objects.requireNonNull(key.value().key())).orElseThrow();
        return new KeyStore(LocalTable.shared(), LocalTable.NAME, Clock.fixed(now, ZoneOffset.UTC)).find(secret);
    }

    private List<Entity<ApiKey>> records() {
        return new LocalStore<>(LocalTable.shared(), ApiKey.RESOURCE, Clock.systemUTC())
                .page(actor, new PageRequest(1, 10))
                .data();
    }

    private <R> R run(Function<Write, R> work) {
        var fixed = Clock.fixed(NOON, ZoneOffset.UTC);
        return new LocalStore<>(LocalTable.shared(), ApiKey.RESOURCE, fixed)
                .writes()
                .run(actor, work);
    }
}
