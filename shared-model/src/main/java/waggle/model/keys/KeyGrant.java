package waggle.model.keys;

import java.util.UUID;

/**
 * The company that an API key belongs to, and its permissions.
 *
 * @param company the tenant
 * @param uuid of the key's record
 * @param label the key's label
 */
public record KeyGrant(UUID company, UUID uuid, String label, Scopes scopes) {}
