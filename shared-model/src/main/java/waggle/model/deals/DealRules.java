package waggle.model.deals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.CodePoints;
import waggle.model.Fault;
import waggle.model.Formats;
import waggle.model.WaggleException;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Records;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.leads.Attributions;
import waggle.model.leads.Lead;
import waggle.model.leads.Money;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;

/** The rules of single deals: label, money, partner and attributions (docs/api.md, "Leads, deals and notes"). */
final class DealRules implements Rule<Deal> {

    @Override
    public List<Fault> faults(Deal deal) {
        var faults = new ArrayList<Fault>();
        if (deal.label() == null && deal.leadUuid() == null) {
            faults.add(new Fault("label", "is required without lead_uuid"));
        }
        faults.addAll(Formats.currency("currency_code", deal.currencyCode()));
        faults.addAll(Attributions.faults(deal.attributions()));
        return faults;
    }

    @Override
    public Deal complete(Write write, @Nullable Deal before, Deal deal) {
        var lead = lead(write, deal);
        var currency = Money.currency(write, "deal_value", deal.dealValue(), deal.currencyCode());
        var written = before == null ? inherited(deal, lead) : partners(deal);
        var partners = written.completed(before == null ? null : partners(before), write.time());
        return DealBuilder.builder(deal)
                .label(Objects.requireNonNullElseGet(deal.label(), () -> label(lead)))
                .currencyCode(currency)
                .partnerUuid(partners.partnerUuid())
                .attributions(partners.list())
                .partnerName(
                        Partner.nameOf(write, partners.partnerUuid(), before == null ? null : before.partnerName()))
                .build();
    }

    @Override
    public void contribute(Records records, Deal deal, Contributions contributions) {
        Attributions.contribute(deal.attributions(), contributions);
        WonValue.contribute(records, deal, contributions);
        deal.contributeToStage(contributions);
    }

    /** A deal keeps its currency as long as it has payments, which have the same one. */
    @Override
    public void follow(Write write, @Nullable Entity<Deal> before, @Nullable Entity<Deal> after) {
        if (before == null
                || after == null
                || Objects.equals(before.value().currencyCode(), after.value().currencyCode())) {
            return;
        }
        write.transaction()
                .change(Deal.RESOURCE.key(write.company(), after.uuid()), stored -> payments(stored.get(Deal.PAYMENTS))
                        .map(payments -> WaggleException.conflict(
                                "The currency_code of %s cannot be changed as long as it has %s payments that are not cancelled"
                                        .formatted(Deal.RESOURCE.titled(before.value()), payments))))
                .requireZero(Deal.PAYMENTS);
    }

    private static Optional<String> payments(@Nullable AttributeValue count) {
        return Optional.ofNullable(count).map(AttributeValue::n).filter(number -> new BigDecimal(number).signum() > 0);
    }

    private static Optional<Lead> lead(Write write, Deal deal) {
        return Optional.ofNullable(deal.leadUuid()).map(uuid -> write.find(Lead.RESOURCE, uuid)
                .map(Entity::value)
                .orElseThrow(
                        () -> WaggleException.invalid(List.of(new Fault("lead_uuid", "must be the uuid of a lead")))));
    }

    private static String label(Optional<Lead> lead) {
        return CodePoints.first(Deal.LONGEST_LABEL, lead.map(Lead::title).orElseThrow());
    }

    private static Attributions partners(Deal deal) {
        return new Attributions(deal.partnerUuid(), deal.attributions());
    }

    /** A new deal has the partner and the attributions of its lead, unless it has its own. */
    private static Attributions inherited(Deal deal, Optional<Lead> lead) {
        return lead.map(from -> new Attributions(from.partnerUuid(), from.attributions()))
                .map(ofLead -> partners(deal).orElse(ofLead))
                .orElseGet(() -> partners(deal));
    }
}
