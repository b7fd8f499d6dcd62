package waggle.model.keys;

import java.util.UUID;

/**
 * What an API key opens.
 *
 * @param company the tenant it belongs to
 * @param uuid the key's own identifier, which may be shown
 */
public record KeyGrant(UUID company, UUID uuid, Scopes scopes) {}
