package waggle.model.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.Fault;
import waggle.model.Limits;
import waggle.model.WaggleException;
import waggle.model.events.Event;
import waggle.model.events.EventTypes;
import waggle.model.store.PageRequest;
import waggle.model.store.Resource;
import waggle.model.store.Store;

/**
 * An address of a client's own that hears of events (contract §6, "Endpoint").
 *
 * @param url an https address that is public
 * @param eventTypes 1 to 50 of what it hears: {@code *}, {@code deal.*} or {@code lead.created}
 * @param fields up to 50; of updates it hears only those that changed one of these, if it has any
 * @param description up to 500 characters
 * @param status a disabled one hears nothing
 * @param disabledReason why it was disabled, if Waggle did it
 * @param failingSince since when no delivery succeeded
 * @param secretRotatedAt when the secret was last exchanged
 * @param secret what deliveries are signed with; told only by the answer that makes it
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
        String secret) {
    public static final String NAME = "webhook_endpoint";
    public static final String PATH = "webhook-endpoints";

    /** In characters. */
    public static final int LONGEST_URL = 2000;

    /** How many a company can have. */
    public static final int MOST = 100;

    public static final Resource<WebhookEndpoint> RESOURCE = Resource.named(
                    NAME, PATH, WebhookEndpoint.class, WebhookEndpoint::url)
            .readOnly("disabled_reason", "failing_since", "secret_rotated_at", "secret")
            .filters("status")
            .check(WebhookEndpoint::faults)
            .completed(
                    (store, actor, before, value) -> before == null ? value.within(store, actor) : value.after(before))
            .silent()
            .build();

    /** Whether an endpoint hears of events. */
    public enum Status {
        ENABLED,
        DISABLED
    }

    public WebhookEndpoint {
        status = Objects.requireNonNullElse(status, Status.ENABLED);
        fields = Objects.requireNonNullElse(fields, List.of());
    }

    /** Whether it wants to hear of an event. */
    public boolean hears(Event event) {
        return status == Status.ENABLED
                && eventTypes.stream().anyMatch(pattern -> EventTypes.matches(pattern, event.type()))
                && (fields.isEmpty()
                        || !event.type().endsWith(".updated")
                        || event.changed().anyMatch(fields::contains));
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

    private WebhookEndpoint within(Store<WebhookEndpoint> store, Actor actor) {
        if (store.page(actor, new PageRequest(1, 1)).meta().recordCount() >= MOST) {
            throw new WaggleException(ErrorCode.CONFLICT, "A company has at most %d webhook endpoints".formatted(MOST));
        }
        return this;
    }

    /** Whoever enables it again begins anew. */
    private WebhookEndpoint after(WebhookEndpoint before) {
        return before.status == Status.DISABLED && status == Status.ENABLED
                ? new WebhookEndpoint(url, eventTypes, fields, description, status, null, null, secretRotatedAt, null)
                : this;
    }

    private List<Fault> faults() {
        // What is missing is a fault already.
        return Optional.ofNullable(eventTypes)
                .map(types -> EventTypes.faults("event_types", types))
                .orElse(List.of());
    }

    /** How long the secret before still signs beside a new one (contract §6). */
    static Instant endOfOverlap(Instant now) {
        return now.plus(Limits.SECRET_OVERLAP);
    }
}
