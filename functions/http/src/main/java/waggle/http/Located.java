package waggle.http;

import java.util.UUID;

/**
 * Where a request's client found the collection.
 *
 * @param path as the client wrote it, whatever stands before {@code /v1}
 */
public record Located(String path) {
    /** The path of a record in it, for {@code Location} (RFC 9110 §10.2.2). */
    String of(UUID uuid) {
        return (path.endsWith("/") ? path : path + "/") + uuid;
    }
}
