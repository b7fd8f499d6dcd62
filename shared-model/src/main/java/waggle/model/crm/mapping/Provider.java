package waggle.model.crm.mapping;

import java.util.Locale;

/** The CRMs that connections can have. */
public enum Provider {
    HUBSPOT,
    PIPEDRIVE,
    SALESFORCE;

    /** The name under which the identifiers of a CRM stand in {@code external_ids}. */
    public String system() {
        return name().toLowerCase(Locale.ROOT);
    }
}
