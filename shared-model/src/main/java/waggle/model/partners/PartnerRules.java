package waggle.model.partners;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.ExternalIds;
import waggle.model.Fault;
import waggle.model.Formats;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;

/**
 * The rules of partners: country, external ids, e-mail domain, network (docs/api.md, "Partners, contacts and users").
 */
final class PartnerRules implements Rule<Partner> {

    @Override
    public List<Fault> faults(Partner partner) {
        var faults = new ArrayList<>(Formats.country("country_code", partner.countryCode()));
        faults.addAll(ExternalIds.faults(partner.externalIds()));
        if (partner.emailDomain() != null && FreeMail.isDomain(partner.emailDomain())) {
            faults.add(new Fault("email_domain", "must not be the domain of a free mail service"));
        }
        return faults;
    }

    /** Takes an absent domain from the e-mail address, unless it is the domain of a free mail service. */
    @Override
    public Partner complete(Write write, @Nullable Partner before, Partner partner) {
        return partner.emailDomain() != null
                ? partner
                : partner.withEmailDomain(Formats.domain(partner.email())
                        .filter(domain -> !FreeMail.isDomain(domain))
                        .orElse(null));
    }

    @Override
    public void follow(Write write, @Nullable Entity<Partner> before, @Nullable Entity<Partner> after) {
        new NetworkChange(write).follow(before, after);
    }
}
