package waggle.model.leads;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.Formats;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Records;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.partners.Partner;

/** The rules of single leads: names, domain, money, partner and attributions (docs/api.md, "Leads, deals and notes"). */
final class LeadRules implements Rule<Lead> {

    @Override
    public List<Fault> faults(Lead lead) {
        var faults = new ArrayList<>(Formats.country("country_code", lead.countryCode()));
        if (lead.companyName() == null && lead.email() == null) {
            faults.add(new Fault("company_name", "is required unless email is given"));
        }
        faults.addAll(Formats.currency("currency_code", lead.currencyCode()));
        faults.addAll(Attributions.faults(lead.attributions()));
        return faults;
    }

    @Override
    public Lead complete(Write write, @Nullable Lead before, Lead lead) {
        var currency = Money.currency(write, "estimated_value", lead.estimatedValue(), lead.currencyCode());
        var partners = partners(lead).completed(before == null ? null : partners(before), write.time());
        return LeadBuilder.builder(lead)
                .currencyCode(currency)
                .domain(LeadDomain.of(lead.email(), lead.websiteUrl()).orElse(null))
                .partnerUuid(partners.partnerUuid())
                .attributions(partners.list())
                .partnerName(
                        Partner.nameOf(write, partners.partnerUuid(), before == null ? null : before.partnerName()))
                .build();
    }

    @Override
    public void contribute(Records records, Lead lead, Contributions contributions) {
        Attributions.contribute(lead.attributions(), contributions);
    }

    private static Attributions partners(Lead lead) {
        return new Attributions(lead.partnerUuid(), lead.attributions());
    }
}
