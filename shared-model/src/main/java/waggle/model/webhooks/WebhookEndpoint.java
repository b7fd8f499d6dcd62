package waggle.model.webhooks;

import static waggle.model.declaration.EventCondition.became;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
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
 * @param url an https URL at a public address, at most 2,000 characters
 * @param eventTypes 1 to 50 patterns of the events it receives: {@code *}, {@code deal.*} or {@code lead.created}
 * @param fields up to 50 fields of the records of these event types, custom fields as {@code custom_fields.region}; if
 *     there are any, the endpoint receives an update only if one of these fields changed
 * @param description up to 500 characters
 * @param status a disabled endpoint receives nothing
 * @param disabledReason the reason for which Waggle disabled the endpoint
 * @param failingSince the time of the first failure since the last success
 * @param secretRotatedAt the time of the last rotation of the secret
 * @param secret that signs the deliveries, only in the reply to the request that created or rotated it
 */
@Introspected
@RecordBuilder
public record WebhookEndpoint(
        @NotBlank @Size(max = WebhookEndpoint.LONGEST_URL) String url,

        @NotNull @Size(min = 1, max = 50)
        List<
                        @NotNull @Size(max = EventTypes.LONGEST)
                        @Pattern(regexp = EventTypes.PATTERN, message = EventTypes.EXPECTED) String>
                eventTypes,

        @Size(max = 50)
        List<
                        @NotNull @Size(max = WebhookEndpoint.LONGEST_FIELD)
                        @Pattern(regexp = WebhookEndpoint.FIELD, message = WebhookEndpoint.FIELD_EXPECTED) String>
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

    /** Characters of the longest URL. */
    public static final int LONGEST_URL = 2000;

    /** The form of a field. */
    static final String FIELD = "[a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)?";

    static final String FIELD_EXPECTED = "must be a field name like stage_uuid or custom_fields.region";

    /** Characters of the longest field: {@code custom_fields.} and a key. */
    static final int LONGEST_FIELD = 80;

    /** The most endpoints of one company. */
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

    /** Whether the endpoint receives an event. */
    public boolean receives(Event event) {
        return status == Status.ENABLED
                && eventTypes.stream().anyMatch(pattern -> EventTypes.matches(pattern, event.type()))
                && (fields.isEmpty()
                        || !event.type().endsWith(".updated")
                        || event.changed().anyMatch(fields::contains));
    }

    @Override
    public WebhookEndpoint concealed() {
        return WebhookEndpointBuilder.from(this).withSecret(null);
    }

    boolean isDisabledByWaggle() {
        return status == Status.DISABLED && disabledReason != null;
    }

    /** The endpoint at another URL. */
    public WebhookEndpoint at(String other) {
        return WebhookEndpointBuilder.from(this).withUrl(other);
    }

    /** The endpoint with its secret, for the one reply that shows it. */
    public WebhookEndpoint shown(String revealed) {
        return WebhookEndpointBuilder.from(this).withSecret(revealed);
    }

    WebhookEndpoint rotated(Instant now) {
        return WebhookEndpointBuilder.from(this).withSecretRotatedAt(now);
    }

    WebhookEndpoint disabled(String reason) {
        return WebhookEndpointBuilder.builder(this)
                .status(Status.DISABLED)
                .disabledReason(reason)
                .build();
    }

    /** Clears the failures of an endpoint that is enabled again. */
    WebhookEndpoint after(WebhookEndpoint before) {
        return before.status == Status.DISABLED && status == Status.ENABLED
                ? WebhookEndpointBuilder.builder(this)
                        .disabledReason(null)
                        .failingSince(null)
                        .build()
                : this;
    }

    /** The time at which the previous secret stops signing after a rotation. */
    static Instant endOfOverlap(Instant now) {
        return now.plus(Limits.SECRET_OVERLAP);
    }
}
