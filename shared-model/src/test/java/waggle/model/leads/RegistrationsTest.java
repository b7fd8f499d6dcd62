package waggle.model.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.LocalStore;
import waggle.model.LocalTable;
import waggle.model.PartnerType;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.Catalogue;
import waggle.model.declaration.Write;
import waggle.model.leads.Registration.Status;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.store.StoredRecords;
import waggle.model.table.ItemKey;

/** The domain of a registered lead belongs to one partner, whoever races and whenever the protection ends. */
class RegistrationsTest {
    private static final int PARTNERS = Integer.getInteger("waggle.partners", 5);

    /** {@code -Dwaggle.rounds=200 -Dwaggle.partners=20} runs more. */
    private static final int ROUNDS = Integer.getInteger("waggle.rounds", 3);

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private final Actor actor = LocalTable.someone();
    private final StoredRecords records = new StoredRecords(LocalTable.shared(), LocalTable.NAME, actor.company());

    @Test
    void domain_thatAllPartnersRegisterAtOnce_hasOneHolder_andIsFreeAfterIt() {
        var partners =
                IntStream.range(0, PARTNERS).mapToObj(number -> partner()).toList();
        for (var round = 0; round < ROUNDS; round++) {
            var domain = "buyer" + round + ".example";
            var leads = partners.stream().map(partner -> lead(partner, domain)).toList();

            var held = leads.parallelStream().filter(this::registers).toList();

            assertThat(held).as("holders of %s", domain).hasSize(1);
            var holder = held.getFirst();
            switch (round % 3) {
                case 0 -> at(NOW, write -> Registrations.reject(write, holder, "late"));
                case 1 -> at(NOW, write -> Registrations.withdraw(write, holder));
                default -> at(NOW, write -> Registrations.approve(write, holder, 1));
            }
            var next = leads.stream()
                    .filter(lead -> !lead.equals(holder))
                    .findFirst()
                    .orElseThrow();
            at(NOW.plus(Duration.ofDays(1)), write -> Registrations.register(write, next));
            at(NOW.plus(Duration.ofDays(1)), write -> Registrations.withdraw(write, next));
            at(NOW.plus(Duration.ofDays(1)), write -> Registrations.expire(write, holder)
                    .orElseThrow());
            assertThat(claim(domain)).as("claim of %s", domain).isEmpty();
        }
    }

    @Test
    void protection_endsAtItsMillisecond() {
        var holder = lead(partner(), "buyer.example");
        var rival = lead(partner(), "buyer.example");
        at(NOW, write -> Registrations.register(write, holder));
        at(NOW, write -> Registrations.approve(write, holder, 1));
        var end = NOW.plus(Duration.ofDays(1));

        assertThatThrownBy(() -> at(end.minusMillis(1), write -> Registrations.register(write, rival)))
                .isInstanceOf(WaggleException.class)
                .hasMessageContaining("protected_until 2026-11-27T08:00:00.000Z");
        at(end, write -> Registrations.register(write, rival));

        assertThatThrownBy(() -> at(end, write -> Registrations.extend(write, holder, 1)))
                .hasMessageContaining("expired");
        assertThat(at(end, write -> Registrations.expire(write, holder).orElseThrow())
                        .value()
                        .registration()
                        .status())
                .isEqualTo(Status.EXPIRED);
        assertThat(claim("buyer.example")).isPresent();
    }

    @Test
    void leadWhoseProtectionIsOver_expiresWithItsNextChange() {
        var holder = lead(partner(), "buyer.example");
        at(NOW, write -> Registrations.register(write, holder));
        at(NOW, write -> Registrations.approve(write, holder, 1));

        var changed = at(
                NOW.plus(Duration.ofDays(2)),
                write -> write.change(
                        Lead.RESOURCE, holder, lead -> LeadBuilder.from(lead).withFirstName("Ada")));

        assertThat(changed.value().registration().status()).isEqualTo(Status.EXPIRED);
        assertThat(claim("buyer.example")).isEmpty();
    }

    @Test
    void partner_mayRegisterTwoLeadsOfADomain_andHoldsItUntilBothEnd() {
        var partner = partner();
        var first = lead(partner, "buyer.example");
        var second = lead(partner, "buyer.example");
        var rival = lead(partner(), "buyer.example");
        at(NOW, write -> Registrations.register(write, first));
        at(NOW, write -> Registrations.register(write, second));
        at(NOW, write -> Registrations.withdraw(write, first));

        assertThat(registers(rival)).isFalse();
        at(NOW, write -> write.remove(Lead.RESOURCE, second, Precondition.NONE));
        assertThat(registers(rival)).isTrue();
    }

    private boolean registers(UUID lead) {
        try {
            at(NOW, write -> Registrations.register(write, lead));
            return true;
        } catch (WaggleException refused) {
            assertThat(refused).hasMessageContaining("is registered by partner \"Acme\"");
            return false;
        }
    }

    /** A claim is one item, which has at most 400 KB. */
    @Test
    void register_moreLeadsThanAClaimHas_isRefused() {
        var partner = partner();
        var lead = lead(partner, "large.example");
        var full = new DomainClaim("large.example", partner, pending(DomainClaim.MOST), null);
        var almost = new DomainClaim("large.example", partner, pending(DomainClaim.MOST - 1), null);
        var hold = new Hold("large.example", partner, lead, null);

        assertThatThrownBy(() -> at(NOW, write -> held(write, full, hold)))
                .hasMessage("A partner registers at most 1000 leads of the domain large.example");
        at(NOW, write -> held(write, almost, hold));
        assertThat(claim("large.example"))
                .hasValueSatisfying(leads -> assertThat(leads).hasSize(DomainClaim.MOST));
    }

    private static Entity<Lead> held(Write write, DomainClaim claim, Hold hold) {
        claim.hold(write, hold);
        return write.get(Lead.RESOURCE, hold.lead());
    }

    private static Map<UUID, String> pending(int leads) {
        return Stream.generate(Uuids::next).limit(leads).collect(Collectors.toMap(lead -> lead, lead -> "pending"));
    }

    private Entity<Lead> at(Instant time, Function<Write, Entity<Lead>> step) {
        var clock = Clock.fixed(time, ZoneOffset.UTC);
        return Catalogue.writes(LocalTable.shared(), LocalTable.NAME, clock).run(actor, step);
    }

    private UUID partner() {
        var partner = PartnerBuilder.builder()
                .name("Acme")
                .partnerType(PartnerType.RESELLER)
                .build();
        return new LocalStore<>(Partner.RESOURCE).create(actor, partner).uuid();
    }

    private UUID lead(UUID partner, String domain) {
        var lead = LeadBuilder.builder()
                .email("ada@" + domain)
                .partnerUuid(partner)
                .build();
        return new LocalStore<>(Lead.RESOURCE).create(actor, lead).uuid();
    }

    private Optional<List<String>> claim(String domain) {
        return records.item(ItemKey.domainClaim(actor.company(), domain))
                .map(item -> List.copyOf(
                        Objects.requireNonNull(item.get("leads")).m().keySet()));
    }
}
