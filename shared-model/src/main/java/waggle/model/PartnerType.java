package waggle.model;

/** How a partner sells (contract §2, {@code partner_type}). */
public enum PartnerType {
    REFERRAL,
    RESELLER,
    DISTRIBUTOR
}
