package waggle.http.request;

import java.util.UUID;

/**
 * The path of the collection that a request creates a record in.
 *
 * @param path as the client wrote it, with everything before {@code /v1}
 */
public record CollectionPath(String path) {
    /** The path of a record in the collection, for {@code Location} (RFC 9110 §10.2.2). */
    public String of(UUID uuid) {
        return (path.endsWith("/") ? path : path + "/") + uuid;
    }
}
