package waggle.model.crm.port;

/** Says whether a connection may make another call. Providers ask before every call. */
public interface CallBudget {
    /** A budget without a limit. */
    CallBudget UNLIMITED = new CallBudget() {
        @Override
        public void spend(int cost) {}

        @Override
        public void refused(CrmFailure failure) {}
    };

    /**
     * Counts a call.
     *
     * @param cost in the unit of the provider's limit, at least 1: calls for Salesforce and HubSpot, tokens for Pipedrive
     * @throws CrmFailure of the kind {@link CrmFailure.Kind#WAIT} or {@link CrmFailure.Kind#STOP} instead of the call
     */
    void spend(int cost);

    /** Takes the failure of a call, after which others may have to wait. */
    void refused(CrmFailure failure);
}
