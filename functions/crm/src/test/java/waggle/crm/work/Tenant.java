package waggle.crm.work;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.FakeAccount;
import waggle.cloud.crm.fake.FakeGrants;
import waggle.model.Actor;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.mapping.CrmMapping.OfResource;
import waggle.model.crm.mapping.Provider;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmConnection.Status;
import waggle.model.crm.stored.CrmConnectionBuilder;
import waggle.model.crm.stored.CrmCursor;
import waggle.model.crm.stored.CrmCursorBuilder;
import waggle.model.crm.stored.CrmLink;
import waggle.model.crm.stored.CrmRun;
import waggle.model.crm.sync.Link;
import waggle.model.declaration.Records;
import waggle.model.json.Json;
import waggle.model.partners.Partner;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.platform.queue.CrmTask;

/**
 * A company of Waggle with a connection to an account of its own. Its partners, and the companies of the account, have its name in
 * theirs.
 */
final class Tenant {
    private static final List<String> FIELDS = List.of("name", "website_url");

    final String name;
    final Actor actor = LocalTable.someone();
    final UUID connection;
    final FakeAccount account;
    final @Nullable FakeGrants grants;

    /** The messages whose work is not done. */
    final List<CrmTask> pending = new ArrayList<>();

    private final Provider provider;
    private final Services services;
    private final Map<String, String> credentials;
    private int numbers;

    /**
     * A tenant.
     *
     * @param isGranted whether its key is a grant, whose tokens expire
     * @param services of a process that does not die
     */
    Tenant(TenantAccount of, boolean isGranted, Services services) {
        this.name = of.name();
        this.provider = of.provider();
        this.account = of.api().account();
        this.credentials = of.credentials(isGranted);
        this.grants = isGranted ? of.grants() : null;
        this.services = services;
        var made = LocalServices.connection(provider, credentials);
        this.connection = services.writes()
                .run(actor, write -> services.connections().create(write, made, "http://localhost"))
                .uuid();
        services.writes().run(actor, write -> write.create(CrmCursor.RESOURCE, connection, CrmCursor.NEW));
        services.writes().run(actor, write -> write.change(CrmMapping.RESOURCE, connection, Tenant::ofPartners));
    }

    private static CrmMapping ofPartners(CrmMapping mapping) {
        var of = mapping.of(SyncedResource.PARTNER).orElseThrow();
        return new CrmMapping(List.of(new OfResource(
                of.resource(),
                of.object(),
                of.creates(),
                List.of("name"),
                of.onDelete(),
                of.filter(),
                of.remoteFilter(),
                of.fields().stream()
                        .filter(field -> FIELDS.contains(field.waggle()))
                        .toList())));
    }

    Map<String, String> named(String text) {
        return Map.of(field("name"), text);
    }

    String companies() {
        return switch (provider) {
            case HUBSPOT -> "companies";
            case PIPEDRIVE -> "organizations";
            case SALESFORCE -> "Account";
        };
    }

    /** The CRM's name of a field. */
    private String field(String lower) {
        return provider == Provider.SALESFORCE
                ? lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1)
                : lower;
    }

    String there(String id, String field) {
        return account.value(companies(), id, field(field));
    }

    Map<String, String> website(String url) {
        return Map.of(field("website"), url);
    }

    String nextName() {
        return "Company " + ++numbers + " of " + name;
    }

    void addHere() {
        var json = Json.mapper().createObjectNode().put("name", nextName()).put("partner_type", "referral");
        signal(services.writes()
                .run(
                        actor,
                        write ->
                                write.create(Partner.RESOURCE, services.shapes().created(Partner.RESOURCE, json)))
                .uuid());
    }

    String addThere() {
        return account.add(companies(), named(nextName()));
    }

    void editHere(UUID partner, String website) {
        var patch = Json.mapper().createObjectNode();
        change(partner, website.isEmpty() ? patch.putNull("website_url") : patch.put("website_url", website));
    }

    void change(UUID partner, ObjectNode patch) {
        services.writes()
                .run(
                        actor,
                        write -> write.change(Partner.RESOURCE, partner, before -> services.shapes()
                                .patched(Partner.RESOURCE, before, patch)));
        signal(partner);
    }

    void removeHere(UUID partner) {
        services.writes().run(actor, write -> write.remove(Partner.RESOURCE, partner, Precondition.NONE));
        signal(partner);
    }

    private void signal(UUID partner) {
        pending.add(CrmTask.record(actor.company(), connection, "partner", partner.toString(), Uuids.next()));
    }

    Records records() {
        return services.records(actor);
    }

    List<Entity<Partner>> partners() {
        return records().all(Partner.RESOURCE);
    }

    List<CrmLink> links() {
        return records().all(CrmLink.RESOURCE).stream().map(Entity::value).toList();
    }

    List<CrmLink> links(Link.State state) {
        return links().stream().filter(link -> link.status() == state).toList();
    }

    CrmConnection stored() {
        return records().get(CrmConnection.RESOURCE, connection).value();
    }

    CrmCursor cursor() {
        return records().get(CrmCursor.RESOURCE, connection).value();
    }

    boolean isLimited() {
        var next = cursor().nextSyncAt();
        return stored().status() == Status.LIMITED
                && next != null
                && next.isAfter(services.clock().instant());
    }

    /** A person gives the credentials of the present grant to a connection that needs them. */
    void reconnect() {
        if (stored().status() != Status.NEEDS_REAUTH) {
            return;
        }
        var renewed = new HashMap<>(credentials);
        if (grants != null) {
            renewed.put("refresh_token", grants.refreshToken());
        }
        services.writes().run(actor, write -> {
            services.connections()
                    .change(write, connection, Precondition.NONE, before -> CrmConnectionBuilder.from(before)
                            .withCredentials(renewed));
            return write.change(CrmCursor.RESOURCE, connection, cursor -> cursor.waiting(write.time()));
        });
    }

    /** Begins a run of all records. */
    UUID begin(boolean isDry) {
        var run = services.writes()
                .run(actor, write -> write.create(CrmRun.RESOURCE, CrmRun.begun(connection, null, true, isDry)))
                .uuid();
        services.writes()
                .run(
                        actor,
                        write -> write.change(CrmCursor.RESOURCE, connection, cursor -> CrmCursorBuilder.from(cursor)
                                .withRunUuid(run)));
        return run;
    }

    CrmRun run(UUID uuid) {
        return Objects.requireNonNull(records().get(CrmRun.RESOURCE, uuid).value());
    }
}
