package waggle.model.partners;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.Fault;
import waggle.model.Formats;
import waggle.model.declaration.Rule;
import waggle.model.declaration.Write;
import waggle.model.records.Entity;

/**
 * The rules of partners: country, e-mail domain, network (docs/api.md, "Partners, contacts and users").
 */
final class PartnerRules implements Rule<Partner> {

    @Override
    public List<Fault> faults(Partner partner) {
        var faults = new ArrayList<>(Formats.country("country_code", partner.countryCode()));
        if (partner.emailDomain() != null && FreeMail.isDomain(partner.emailDomain())) {
            faults.add(new Fault("email_domain", "must not be the domain of a free mail service"));
        }
        return faults;
    }

    /** The domain of the e-mail address fills in an absent domain, and follows the address as long as they are the same. */
    @Override
    public Partner complete(Write write, @Nullable Partner before, Partner partner) {
        var follows = before != null
                && before.emailDomain() != null
                && before.emailDomain().equals(partner.emailDomain())
                && before.emailDomain().equals(domain(before))
                && !Objects.equals(before.email(), partner.email());
        return partner.emailDomain() == null || follows ? partner.withEmailDomain(domain(partner)) : partner;
    }

    /** The domain of the e-mail address, unless it is that of a free mail service. */
    private static @Nullable String domain(Partner partner) {
        return Formats.domain(partner.email())
                .filter(domain -> !FreeMail.isDomain(domain))
                .orElse(null);
    }

    @Override
    public void follow(Write write, @Nullable Entity<Partner> before, @Nullable Entity<Partner> after) {
        new NetworkChange(write).follow(before, after);
    }
}
