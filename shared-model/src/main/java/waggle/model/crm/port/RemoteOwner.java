package waggle.model.crm.port;

/**
 * A user of a CRM who can own records.
 *
 * @param id the provider's identifier, which a record holds
 * @param email in lower case; {@code ""} if the provider tells none
 * @param active false for a user who has left
 */
public record RemoteOwner(String id, String email, boolean active) {}
