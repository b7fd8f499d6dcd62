package waggle.providers.hook;

import java.util.Optional;
import java.util.function.Function;

/**
 * A call of a CRM, as it came.
 *
 * @param url that the CRM called
 * @param body not yet parsed
 * @param header finds a header by its name, whatever its case
 */
public record HookCall(String method, String url, String body, Function<String, Optional<String>> header) {}
