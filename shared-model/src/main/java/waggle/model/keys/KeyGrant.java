package waggle.model.keys;

import java.util.UUID;

/**
 * What an API key opens.
 *
 * @param company the tenant it belongs to
 * @param uuid the key's record, which may be shown
 * @param label the key's label
 */
public record KeyGrant(UUID company, UUID uuid, String label, Scopes scopes) {}
