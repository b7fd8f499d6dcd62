package waggle.model.crm.port;

/**
 * The account that credentials belong to. A connection is pinned to it at its first success.
 *
 * @param id the provider's identifier of the account
 * @param label the name that people see
 */
public record RemoteAccount(String id, String label) {}
