package waggle.model.webhooks;

import static waggle.model.declaration.EventCondition.became;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import waggle.model.Limits;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.events.Event;
import waggle.model.events.EventTypes;
import waggle.model.records.Concealing;

/**
 * An address that receives events (docs/api.md, "Events and webhooks").
 *
 * @param url an https address that is public
 * @param eventTypes 1 to 50 patterns of the events it receives: {@code *}, {@code deal.*} or {@code lead.created}
 * @param fields up to 50; if there are any, it receives only the updates that changed one of these fields
 * @param description up to 500 characters
 * @param status a disabled endpoint receives nothing
 * @param disabledReason why it was disabled, if Waggle did it
 * @param failingSince since when no delivery succeeded
 * @param secretRotatedAt when the secret was last rotated
 * @param secret signs the deliveries; only the reply to the request that created or rotated it has it
 */
@Introspected
public record WebhookEndpoint(
        @NotBlank @Size(max = WebhookEndpoint.LONGEST_URL) String url,

        @NotNull @Size(min = 1, max = 50)
        List<
                        @NotNull @Size(max = EventTypes.LONGEST)
                        @Pattern(regexp = EventTypes.PATTERN, message = EventTypes.EXPECTED) String>
                eventTypes,

        @Size(max = 50)
        List<
                        @NotNull @Size(max = 64)
                        @Pattern(regexp = "[a-z][a-z0-9_]*", message = "must be the name of a field") String>
                fields,

        @Nullable @Size(max = 500) String description,
        Status status,
        @Nullable @Size(max = 500) String disabledReason,
        @Nullable Instant failingSince,
        @Nullable Instant secretRotatedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(max = 100)
        String secret)
        implements Concealing<WebhookEndpoint> {
    public static final String NAME = "webhook_endpoint";
    public static final String PATH = "webhook-endpoints";

    /** In characters. */
    public static final int LONGEST_URL = 2000;

    /** How many endpoints a company can have. */
    public static final int MOST = 100;

    public static final Resource<WebhookEndpoint> RESOURCE = Resource.named(
                    NAME, PATH, WebhookEndpoint.class, WebhookEndpoint::url)
            .readOnly("disabled_reason", "failing_since", "secret_rotated_at", "secret")
            .lists(list -> list.filters("status"))
            .rights(Rights.ADMIN)
            .rule(new EndpointRules())
            .event(EventTypes.ENDPOINT_DISABLED, became(WebhookEndpoint::isDisabledByWaggle, true))
            .silent()
            .build();

    /** Whether an endpoint receives events. */
    public enum Status {
        ENABLED,
        DISABLED
    }

    public WebhookEndpoint {
        status = Objects.requireNonNullElse(status, Status.ENABLED);
        fields = Objects.requireNonNullElse(fields, List.of());
    }

    /** Whether it receives an event. */
    public boolean hears(Event event) {
        return status == Status.ENABLED
                && eventTypes.stream().anyMatch(pattern -> EventTypes.matches(pattern, event.type()))
                && (fields.isEmpty()
                        || !event.type().endsWith(".updated")
                        || event.changed().anyMatch(fields::contains));
    }

    @Override
    public WebhookEndpoint concealed() {
        return new WebhookEndpoint(
                url, eventTypes, fields, description, status, disabledReason, failingSince, secretRotatedAt, null);
    }

    boolean isDisabledByWaggle() {
        return status == Status.DISABLED && disabledReason != null;
    }

    /** The same with a secret to show. */
    public WebhookEndpoint shown(String told) {
        return new WebhookEndpoint(
                url, eventTypes, fields, description, status, disabledReason, failingSince, secretRotatedAt, told);
    }

    WebhookEndpoint rotated(Instant now) {
        return new WebhookEndpoint(
                url, eventTypes, fields, description, status, disabledReason, failingSince, now, null);
    }

    WebhookEndpoint disabled(String reason) {
        return new WebhookEndpoint(
                url, eventTypes, fields, description, Status.DISABLED, reason, failingSince, secretRotatedAt, null);
    }

    /** An endpoint that is enabled again starts without a record of failures. */
    WebhookEndpoint after(WebhookEndpoint before) {
        return before.status == Status.DISABLED && status == Status.ENABLED
                ? new WebhookEndpoint(url, eventTypes, fields, description, status, null, null, secretRotatedAt, null)
                : this;
    }

    /** When the secret before stops signing beside a new one (docs/api.md, "Events and webhooks"). */
    static Instant endOfOverlap(Instant now) {
        return now.plus(Limits.SECRET_OVERLAP);
    }
}
