package waggle.model.deals;

import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.companies.Company;
import waggle.model.declaration.Contributions;
import waggle.model.declaration.Records;
import waggle.model.declaration.Write;
import waggle.model.partners.Partner;

/** The sum of a partner's won deals in the company's currency. */
public final class WonValue {
    private WonValue() {}

    /**
     * Checks that a company with deals keeps its currency, in which the sums are.
     *
     * @throws WaggleException {@link ErrorCode#CONFLICT} if the currency changes and there are deals
     */
    public static void requireCurrency(Write write, Company before, Company after) {
        if (!before.currencyCode().equals(after.currencyCode()) && write.count(Deal.RESOURCE) > 0) {
            throw new WaggleException(
                    ErrorCode.CONFLICT,
                    "The currency %s cannot be changed once there are deals".formatted(before.currencyCode()));
        }
    }

    static void contribute(Records records, Deal deal, Contributions contributions) {
        if (deal.stagePhase() == Deal.Phase.CLOSED_WON
                && deal.partnerUuid() != null
                && deal.dealValue() != null
                && Company.currency(records).equals(deal.currencyCode())) {
            contributions.add(Partner.RESOURCE, deal.partnerUuid(), Partner.WON_VALUE, deal.dealValue());
        }
    }
}
