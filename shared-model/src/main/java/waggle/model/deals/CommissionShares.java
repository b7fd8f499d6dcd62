package waggle.model.deals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import waggle.model.Fault;
import waggle.model.commissions.CommissionShare;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Records;
import waggle.model.declaration.Rule;
import waggle.model.partners.Partner;

/** The shares of partners in the commission of a deal (docs/commissions.md, "Shares"). */
final class CommissionShares implements Rule<Deal> {
    private static final String FIELD = "commission_shares";
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    @Override
    public List<Fault> faults(Deal deal) {
        var shares = deal.commissionShares();
        var faults = new ArrayList<Fault>();
        var partners = new HashSet<UUID>();
        for (var i = 0; i < shares.size(); i++) {
            if (shares.get(i).partnerUuid() != null
                    && !partners.add(shares.get(i).partnerUuid())) {
                faults.add(new Fault(partner(i), "must be another partner than those before"));
            }
        }
        if (shares.stream().anyMatch(share -> share.percent() == null)) {
            return faults;
        }
        var sum = shares.stream().map(CommissionShare::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!shares.isEmpty() && sum.compareTo(ALL) != 0) {
            faults.add(new Fault(FIELD, "must be 100 percent together like 60 and 40, but are " + sum.toPlainString()));
        }
        return faults;
    }

    @Override
    public void contribute(Records records, Deal deal, Contributions contributions) {
        for (var i = 0; i < deal.commissionShares().size(); i++) {
            contributions.mention(
                    Partner.RESOURCE, deal.commissionShares().get(i).partnerUuid(), partner(i));
        }
    }

    private static String partner(int index) {
        return "%s[%d].partner_uuid".formatted(FIELD, index);
    }
}
