package waggle.model.deals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.facts.DealFacts;
import waggle.model.commissions.facts.Seller;
import waggle.model.declaration.Records;
import waggle.model.leads.Attribution;
import waggle.model.leads.Lead;
import waggle.model.leads.Registration;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;

/** Reads what a commission depends on in a deal. */
public final class CommissionFacts {
    private final Records records;

    public CommissionFacts(Records records) {
        this.records = records;
    }

    DealFacts of(UUID uuid, Deal deal) {
        var isWon = deal.stagePhase() == Deal.Phase.CLOSED_WON;
        return facts(uuid, deal, Objects.requireNonNull(deal.stageUuid()), isWon, deal.closedAt());
    }

    /** As if the deal was won, in whichever stage a trigger names. */
    public DealFacts ofWon(UUID uuid, Deal deal, Instant now) {
        return facts(uuid, deal, null, true, Objects.requireNonNullElse(deal.closedAt(), now));
    }

    private DealFacts facts(UUID uuid, Deal deal, @Nullable UUID stage, boolean isWon, @Nullable Instant closedAt) {
        var lead = Optional.ofNullable(deal.leadUuid())
                .flatMap(of -> records.find(Lead.RESOURCE, of))
                .map(Entity::value);
        return new DealFacts(
                uuid,
                deal.dealValue(),
                Objects.requireNonNull(deal.currencyCode()),
                stage,
                isWon,
                closedAt,
                deal.customFields(),
                sellers(deal),
                deal.commissionShares(),
                lead.map(Lead::createdByUserUuid).orElse(null),
                deal.assignedUserUuids().stream().findFirst().orElse(null),
                lead.map(Lead::registration)
                        .filter(registration -> isProtected(registration, deal))
                        .map(Registration::protectedUntil)
                        .orElse(null));
    }

    /** A protection counts for the partner that has it, also after it ended by itself. */
    private static boolean isProtected(Registration registration, Deal deal) {
        return Objects.equals(registration.partnerUuid(), deal.partnerUuid())
                && (registration.status() == Registration.Status.APPROVED
                        || registration.status() == Registration.Status.EXPIRED);
    }

    private List<Seller> sellers(Deal deal) {
        var sellers = new ArrayList<Seller>();
        Optional.ofNullable(deal.partnerUuid()).ifPresent(uuid -> add(sellers, uuid, Attribution.Role.SOURCED));
        deal.attributions().stream()
                .filter(attribution -> attribution.role() == Attribution.Role.INFLUENCED)
                .forEach(attribution -> add(sellers, attribution.partnerUuid(), Attribution.Role.INFLUENCED));
        return sellers;
    }

    /** A partner that was deleted sells no longer. */
    private void add(List<Seller> sellers, UUID uuid, Attribution.Role role) {
        records.find(Partner.RESOURCE, uuid)
                .map(Entity::value)
                .ifPresent(partner -> sellers.add(
                        new Seller(uuid, partner.partnerType(), partner.tierUuid(), partner.categoryUuid(), role)));
    }
}
