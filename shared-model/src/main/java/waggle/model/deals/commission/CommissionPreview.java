package waggle.model.deals.commission;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.commissions.CommissionRule;
import waggle.model.commissions.engine.CommissionState;
import waggle.model.commissions.engine.Engine;
import waggle.model.commissions.engine.Inputs;
import waggle.model.commissions.facts.VersionedRule;
import waggle.model.commissions.stored.ReadRules;
import waggle.model.commissions.stored.RuleVersions;
import waggle.model.commissions.view.CommissionView;
import waggle.model.commissions.view.PreviewRequest;
import waggle.model.companies.Company;
import waggle.model.deals.Allowances;
import waggle.model.deals.CommissionFacts;
import waggle.model.deals.Deal;
import waggle.model.deals.DealBuilder;
import waggle.model.deals.SoldDeals;
import waggle.model.declaration.Write;
import waggle.model.leads.Attributions;
import waggle.model.leads.Money;
import waggle.model.partners.Partner;

/** Calculates the commission of a deal as if it was won, without writing (docs/commissions.md, "Previews"). */
public final class CommissionPreview {
    private final Write write;

    private CommissionPreview(Write write) {
        this.write = write;
    }

    /**
     * The commission of a stored deal, or of one that is described.
     *
     * @throws WaggleException {@link ErrorCode#INVALID_REQUEST} if the deal, its partner or what the rule names does not exist
     */
    public static CommissionView of(Write write, PreviewRequest request) {
        return new CommissionPreview(write).view(request);
    }

    private CommissionView view(PreviewRequest request) {
        var rules = Optional.ofNullable(request.rule())
                .map(this::tried)
                .map(List::of)
                .orElseGet(() -> RuleVersions.current(write));
        var uuid = Objects.requireNonNullElseGet(request.dealUuid(), Uuids::next);
        var zone = Company.zone(write);
        var inputs = inputs(uuid, deal(request), zone, rules);
        var state = Engine.run(inputs).state();
        return Commissions.view(inputs, state);
    }

    private Inputs inputs(UUID uuid, Deal deal, ZoneId zone, List<VersionedRule> rules) {
        var today = LocalDate.ofInstant(write.time(), zone);
        var sold = new SoldDeals(write, uuid, deal, new ReadRules(write));
        return new Inputs(
                CommissionState.NEW,
                new CommissionFacts(write).ofWon(uuid, deal, write.time()),
                today,
                zone,
                rules,
                (rule, version) -> rules.stream()
                        .filter(one -> one.uuid().equals(rule) && one.version() == version)
                        .findFirst()
                        .orElseGet(() -> RuleVersions.get(write, rule, version)),
                assignment -> sold.sales(assignment, zone),
                new Allowances(write)::used,
                List.of());
    }

    private VersionedRule tried(CommissionRule rule) {
        var faults = CommissionRule.RESOURCE.rules().faults(rule).stream()
                .map(fault -> new Fault("rule." + fault.field(), fault.message()))
                .toList();
        if (!faults.isEmpty()) {
            throw WaggleException.invalid(faults);
        }
        var complete = CommissionRule.RESOURCE.rules().complete(write, null, rule);
        return new VersionedRule(new UUID(0, 0), 1, write.time(), complete);
    }

    private Deal deal(PreviewRequest request) {
        if (request.dealUuid() != null) {
            return write.find(Deal.RESOURCE, request.dealUuid())
                    .orElseThrow(() -> invalid("deal_uuid", "must be the uuid of a deal"))
                    .value();
        }
        var described = Objects.requireNonNull(request.deal());
        if (write.find(Partner.RESOURCE, described.partnerUuid()).isEmpty()) {
            throw invalid("deal.partner_uuid", "must be the uuid of a partner");
        }
        var currency = Money.currency(write, "deal.deal_value", described.dealValue(), described.currencyCode());
        var partners = new Attributions(described.partnerUuid(), List.of()).completed(null, write.time());
        return DealBuilder.builder()
                .dealValue(described.dealValue())
                .currencyCode(currency)
                .closedAt(described.closedAt())
                .partnerUuid(partners.partnerUuid())
                .attributions(partners.list())
                .commissionShares(described.commissionShares())
                .assignedUserUuids(described.assignedUserUuids())
                .customFields(described.customFields())
                .build();
    }

    private static WaggleException invalid(String field, String message) {
        return WaggleException.invalid(List.of(new Fault(field, message)));
    }
}
