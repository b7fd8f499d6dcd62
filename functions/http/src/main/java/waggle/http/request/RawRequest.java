package waggle.http.request;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import waggle.model.ErrorCode;
import waggle.model.Limits;
import waggle.model.WaggleException;

/**
 * A request in the form of another system, whose query and body the controller reads itself.
 *
 * @param body at most {@link Limits#BODY_BYTES} bytes
 * @param header finds a header by its name, whatever its case
 */
public record RawRequest(
        String method, RequestAddress address, String body, Function<String, Optional<String>> header) {

    /** @throws WaggleException {@link ErrorCode#PAYLOAD_TOO_LARGE} */
    static RawRequest of(GatewayEvent event) {
        var bytes = event.body();
        if (bytes.length > Limits.BODY_BYTES) {
            throw new WaggleException(ErrorCode.PAYLOAD_TOO_LARGE);
        }
        return new RawRequest(
                event.getHttpMethod(),
                RequestAddress.of(event),
                new String(bytes, StandardCharsets.UTF_8),
                event::header);
    }
}
