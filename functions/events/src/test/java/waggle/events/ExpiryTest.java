package waggle.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.events.queue.QueuesInMemory;
import waggle.events.sweep.Sweeper;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.PartnerType;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Write;
import waggle.model.events.Event;
import waggle.model.leads.Lead;
import waggle.model.leads.LeadBuilder;
import waggle.model.leads.Registration.Status;
import waggle.model.leads.Registrations;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;
import waggle.model.records.Entity;
import waggle.model.store.StoredRecords;
import waggle.model.table.ItemKey;

/** The protection of registered leads ends by itself, with one event, whatever is killed. */
class ExpiryTest {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_MILLISECOND = Duration.ofMillis(1);

    private final ManualClock clock = new ManualClock();
    private final String table = LocalTable.another();
    private final Actor actor = Actor.ofKey(Uuids.next(), Uuids.next(), "Test", "request");
    private final StoredRecords records = new StoredRecords(LocalTable.shared(), table, actor.company());

    @Test
    void domain_isFreeFromTheMillisecondOn_andTheStatusFollowsWithTheNextSweep() {
        var holder = approved("buyer.example");
        var rival = lead("buyer.example");

        clock.move(A_DAY.minus(A_MILLISECOND));
        sweep(LocalTable.shared());
        assertThat(status(holder)).isEqualTo(Status.APPROVED);
        assertThatThrownBy(() -> write(write -> Registrations.register(write, rival)))
                .isInstanceOf(WaggleException.class);
        clock.move(A_MILLISECOND);
        write(write -> Registrations.register(write, rival));
        assertThat(status(holder)).isEqualTo(Status.APPROVED);
        sweep(LocalTable.shared());
        sweep(LocalTable.shared());

        assertThat(status(holder)).isEqualTo(Status.EXPIRED);
        assertThat(status(rival)).isEqualTo(Status.PENDING);
        assertThat(expiries(holder)).isEqualTo(1);
        assertThat(claimants("buyer.example")).containsExactly(rival.toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sweep_killedAtAnyCall_isFinishedByTheNext_withOneEvent(boolean isDone) {
        var call = 0;
        while (isExpiredByAKilledSweep("buyer" + call + ".example", call, isDone)) {
            call++;
        }
        assertThat(call).as("calls of a sweep").isGreaterThanOrEqualTo(5);
    }

    /** @param isDone whether the process is killed after the call and not before */
    private boolean isExpiredByAKilledSweep(String domain, int call, boolean isDone) {
        var lead = approved(domain);
        clock.move(A_DAY);
        var calls = new AtomicInteger();
        var isKilled = isKilled(killing(() -> calls.getAndIncrement() == call, isDone));
        assertThat(expiries(lead)).isEqualTo(status(lead) == Status.EXPIRED ? 1 : 0);

        clock.move(A_MINUTE);
        sweep(LocalTable.shared());

        assertThat(status(lead)).as("after call %d", call).isEqualTo(Status.EXPIRED);
        assertThat(expiries(lead)).as("after call %d", call).isEqualTo(1);
        assertThat(claimants(domain)).as("after call %d", call).isEmpty();
        return isKilled;
    }

    private boolean isKilled(DynamoDbClient client) {
        try {
            sweep(client);
            return false;
        } catch (Killed | IllegalStateException killed) {
            return true;
        }
    }

    private void sweep(DynamoDbClient client) {
        new Sweeper(client, table, clock, new QueuesInMemory(actor.company(), clock)).sweep();
    }

    /** The death of the process, which no code handles. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Chooses the call at which the process is killed. */
    private interface Choice {
        boolean isThis();
    }

    private static DynamoDbClient killing(Choice choice, boolean isDone) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                ExpiryTest.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    var isLast = choice.isThis();
                    if (isLast && !isDone) {
                        throw new Killed();
                    }
                    try {
                        var result = method.invoke(LocalTable.shared(), arguments);
                        if (isLast) {
                            throw new Killed();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }

    private UUID approved(String domain) {
        var lead = lead(domain);
        write(write -> Registrations.register(write, lead));
        write(write -> Registrations.approve(write, lead, 1));
        return lead;
    }

    private UUID lead(String domain) {
        var partner = PartnerBuilder.builder()
                .name("Acme")
                .partnerType(PartnerType.RESELLER)
                .build();
        return write(write -> write.create(
                        Lead.RESOURCE,
                        LeadBuilder.builder()
                                .email("ada@" + domain)
                                .partnerUuid(
                                        write.create(Partner.RESOURCE, partner).uuid())
                                .build()))
                .uuid();
    }

    private Entity<Lead> write(Function<Write, Entity<Lead>> work) {
        return Catalogue.writes(LocalTable.shared(), table, clock).run(actor, work);
    }

    private Status status(UUID lead) {
        return records.find(Lead.RESOURCE, lead)
                .orElseThrow()
                .value()
                .registration()
                .status();
    }

    private long expiries(UUID lead) {
        return records.all(Event.RESOURCE).stream()
                .map(Entity::value)
                .filter(event -> event.type().equals("lead.registration_expired"))
                .filter(event -> event.recordUuid().equals(lead))
                .count();
    }

    private List<String> claimants(String domain) {
        return records.item(ItemKey.domainClaim(actor.company(), domain)).stream()
                .flatMap(claim -> Objects.requireNonNull(claim.get("leads")).m().keySet().stream())
                .toList();
    }
}
