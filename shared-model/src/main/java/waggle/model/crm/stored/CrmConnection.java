package waggle.model.crm.stored;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.Actor;
import waggle.model.crm.hook.HookSecrets;
import waggle.model.crm.hook.Hooks;
import waggle.model.crm.mapping.Provider;
import waggle.model.declaration.EventCondition;
import waggle.model.declaration.Resource;
import waggle.model.declaration.Rights;
import waggle.model.records.Concealing;

/**
 * A connection to an account of a CRM (docs/crm.md, "Connections").
 *
 * @param provider the CRM
 * @param label tells the connection from others, up to 100 characters
 * @param credentials required and never returned: for HubSpot {@code {"token":"pat-…"}}, a service key or a static token; for
 *     Pipedrive {@code {"token":"…"}}, the API token of a user; for both also
 *     {@code {"client_id":"…","client_secret":"…","refresh_token":"…"}}, an app of OAuth; for Salesforce
 *     {@code {"my_domain":"https://acme.my.salesforce.com","consumer_key":"…","consumer_secret":"…"}}, an External Client App with
 *     the flow of client credentials
 * @param status write {@code active} or {@code paused}; Waggle sets the others. A connection is {@code connecting} until its
 *     first success
 * @param statusReason the reason for the status
 * @param remoteAccount the account, since the first success; later credentials must belong to the same one
 * @param lastSuccessAt the time of the last synchronisation that reached the CRM
 * @param quota the calls of this day (in UTC)
 * @param syncEveryMinutes the time between two looks at the CRM, 1 to 1,440; 2 if absent
 * @param dailyQuotaShare the percentage of the account's daily calls that Waggle may make, 1 to 100; 25 if absent
 * @param deleteBrake the percentage of links that deletions may end in one run, 0 to 100; 5 if absent. Five may always end
 * @param hookRotatedAt the time of the last rotation of the hook
 * @param hook the address that the CRM calls after changes, only in the reply to the request that created or rotated it; Salesforce
 *     has none
 */
@Introspected
@RecordBuilder
public record CrmConnection(
        @NotNull Provider provider,
        @NotBlank @Size(max = Actor.LONGEST_LABEL) String label,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(min = 1, max = 10)
        Map<
                        @Size(max = 40) @Pattern(regexp = "[a-z_]+", message = "must be a name like token") String,
                        @NotBlank @Size(max = CrmConnection.LONGEST_CREDENTIAL) String>
                credentials,

        Status status,
        @Nullable @Size(max = CrmConnection.LONGEST_REASON) String statusReason,
        @Nullable Account remoteAccount,
        @Nullable Instant lastSuccessAt,
        @Nullable Quota quota,
        @Nullable @Min(1) @Max(1_440) Integer syncEveryMinutes,
        @Nullable @Min(1) @Max(100) Integer dailyQuotaShare,
        @Nullable @Min(0) @Max(100) Integer deleteBrake,
        @Nullable Instant hookRotatedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Hook hook)
        implements Concealing<CrmConnection> {
    public static final String NAME = "crm_connection";
    public static final String PATH = "crm-connections";

    /** The event of another status. */
    public static final String STATUS_CHANGED = NAME + ".status_changed";

    /** The most connections of one company. */
    public static final int MOST = 100;

    /** Characters of the longest credential: a private key in PEM form. */
    static final int LONGEST_CREDENTIAL = 8_000;

    static final int LONGEST_REASON = 500;

    public static final Resource<CrmConnection> RESOURCE = Resource.named(
                    NAME, PATH, CrmConnection.class, CrmConnection::label)
            .immutable("provider")
            .readOnly("status_reason", "remote_account", "last_success_at", "quota", "hook_rotated_at", "hook")
            .lists(list -> list.filters("provider", "status"))
            .rights(Rights.ADMIN)
            .rule(new ConnectionRules())
            .event(STATUS_CHANGED, EventCondition.changed(CrmConnection::status))
            .silent()
            .build();

    /** The states of a connection. */
    public enum Status {
        /** No call has succeeded yet. */
        CONNECTING,
        ACTIVE,
        /** A person stopped the synchronisation. */
        PAUSED,
        /** The CRM refuses the credentials. */
        NEEDS_REAUTH,
        /** The CRM or the share of the quota allows no calls at present. */
        LIMITED,
        /** Calls fail for another reason. */
        FAILING
    }

    /**
     * An account of a CRM.
     *
     * @param id the CRM's identifier of the account
     * @param label the name that people see
     */
    @Introspected
    public record Account(
            @Size(max = 200) String id, @Size(max = 200) String label) {}

    /**
     * The address that a CRM calls after changes (docs/crm.md, "Hooks").
     *
     * @param url with a secret
     * @param user of HTTP Basic; null if the CRM signs its calls
     * @param password of HTTP Basic; null if the CRM signs its calls
     */
    @Introspected
    public record Hook(
            @Size(max = 500) String url,
            @Nullable @Size(max = 50) String user,
            @Nullable @Size(max = 100) String password) {
        static Hook of(Provider provider, String root, UUID connection, HookSecrets secrets) {
            var url = root + Hooks.PATH + "/" + connection + "/" + secrets.secret();
            var login = secrets.login().split(":", 2);
            return provider == Provider.PIPEDRIVE ? new Hook(url, login[0], login[1]) : new Hook(url, null, null);
        }
    }

    /**
     * The calls of a day.
     *
     * @param used calls so far
     * @param share calls that Waggle may make
     * @param limit calls that the account may make
     */
    @Introspected
    public record Quota(
            @Min(0) long used, @Min(0) long share, @Min(0) long limit) {}

    public CrmConnection {
        status = Objects.requireNonNullElse(status, Status.CONNECTING);
        syncEveryMinutes = Objects.requireNonNullElse(syncEveryMinutes, 2);
        dailyQuotaShare = Objects.requireNonNullElse(dailyQuotaShare, 25);
        deleteBrake = Objects.requireNonNullElse(deleteBrake, 5);
    }

    @Override
    public CrmConnection concealed() {
        return CrmConnectionBuilder.builder(this).credentials(null).hook(null).build();
    }

    /** Whether the CRM has hooks that Waggle can check. */
    public boolean hasHook() {
        return provider != Provider.SALESFORCE;
    }

    /** Whether the synchronisation makes calls. */
    public boolean runs() {
        return status != Status.PAUSED && status != Status.NEEDS_REAUTH;
    }

    /** The connection in another state. */
    public CrmConnection in(Status other, @Nullable String reason) {
        var shortened =
                reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
        return CrmConnectionBuilder.builder(this)
                .status(other)
                .statusReason(shortened)
                .build();
    }

    /** The connection after its first success. */
    public CrmConnection pinned(Account account) {
        return CrmConnectionBuilder.builder(this)
                .remoteAccount(account)
                .status(Status.ACTIVE)
                .statusReason(null)
                .build();
    }
}
