package waggle.model;

/** The way in which a partner sells (docs/api.md, "Configuration"). */
public enum PartnerType {
    REFERRAL,
    RESELLER,
    DISTRIBUTOR
}
