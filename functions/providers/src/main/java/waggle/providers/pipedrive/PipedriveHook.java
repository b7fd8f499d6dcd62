package waggle.providers.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import waggle.model.WaggleException;
import waggle.providers.hook.HookCall;
import waggle.providers.hook.HookSignal;
import waggle.providers.hook.Rows;

/** The webhooks of Pipedrive (Pipedrive developer documentation, "Guide for Webhooks v2"). They are not signed. */
public final class PipedriveHook {
    private static final Map<String, String> OBJECTS =
            Map.of("organization", "organizations", "person", "persons", "deal", "deals");

    private PipedriveHook() {}

    /** The user and password of HTTP Basic, as {@code user:password}; empty without such a header. */
    public static Optional<String> login(HookCall call) {
        return call.header()
                .apply("Authorization")
                .filter(header -> header.regionMatches(true, 0, "Basic ", 0, "Basic ".length()))
                .flatMap(header -> decoded(header.substring("Basic ".length()).strip()));
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /**
     * The records that a body names. A merge names the records of both sides.
     *
     * @throws WaggleException if the body is not JSON
     */
    public static List<HookSignal> signals(String body) {
        return Rows.of(body)
                .map(row -> row.path("meta"))
                .flatMap(PipedriveHook::ofMeta)
                .limit(Rows.MOST)
                .toList();
    }

    private static Stream<HookSignal> ofMeta(JsonNode meta) {
        var key = "hook " + meta.path("id").asText() + " "
                + meta.path("timestamp").asText() + " " + meta.path("action").asText();
        return Stream.ofNullable(OBJECTS.get(meta.path("entity").asText())).flatMap(name -> Rows.ids(
                        meta, "entity_id", "merged_to_id", "merged_from_id")
                .distinct()
                .map(id -> new HookSignal(meta.path("company_id").asText(), name, id, key + " " + name + " " + id)));
    }
}
