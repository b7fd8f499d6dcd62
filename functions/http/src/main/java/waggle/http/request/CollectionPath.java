package waggle.http.request;

import java.util.UUID;

/**
 * The path of the collection that a request creates a record in.
 *
 * @param path as the client wrote it, with everything before {@code /v1}
 * @param root the address of the gateway, absolute; {@code ""} if it is not known
 */
public record CollectionPath(String path, String root) {
    public CollectionPath(String path) {
        this(path, "");
    }

    /** The path of a record in the collection, for {@code Location} (RFC 9110 §10.2.2). */
    public String of(UUID uuid) {
        return (path.endsWith("/") ? path : path + "/") + uuid;
    }
}
