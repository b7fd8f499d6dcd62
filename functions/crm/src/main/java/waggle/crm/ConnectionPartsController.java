package waggle.crm;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import waggle.crm.rules.CustomForms;
import waggle.crm.rules.FilterFaults;
import waggle.http.reply.WriteReplies;
import waggle.http.request.EntityTags;
import waggle.http.request.Idempotency;
import waggle.http.request.JsonBody;
import waggle.http.request.Query;
import waggle.http.resource.JsonTypes;
import waggle.http.resource.ResourceSupport;
import waggle.http.shape.ShapeReader;
import waggle.model.Actor;
import waggle.model.Uuids;
import waggle.model.WaggleException;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.merge.Form;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.crm.stored.CrmConnection.Status;
import waggle.model.records.Entity;
import waggle.model.records.Precondition;
import waggle.model.store.Store;

@Controller(ResourceGroup.BASE + "/" + CrmConnection.PATH + "/{uuid}")
final class ConnectionPartsController {
    private final Store<CrmConnection> connections;
    private final Store<CrmMapping> mappings;
    private final ShapeReader<CrmMapping> shape;
    private final ConnectionCalls calls;
    private final ResourceSupport support;

    ConnectionPartsController(ResourceSupport support, ConnectionCalls calls) {
        this.support = support;
        this.connections = support.store(CrmConnection.RESOURCE);
        this.mappings = support.store(CrmMapping.RESOURCE);
        this.shape = support.reader(CrmMapping.class, CrmMapping::faults);
        this.calls = calls;
    }

    /**
     * Tests the credentials of a connection, and names its account and what it may not read. The first success makes the
     * connection `active`.
     */
    @Post("/test")
    @JsonTypes(reply = ConnectionTest.class)
    public HttpResponse<ConnectionTest> test(Actor actor, String uuid, Query query) {
        query.requireNone();
        var connection = connections.get(actor, Uuids.inPath(uuid));
        var tested = calls.test(actor, connection, mapping(actor, connection));
        var account = tested.remoteAccount();
        if (tested.ok() && account != null && connection.value().status() == Status.CONNECTING) {
            support.writes()
                    .run(
                            actor,
                            write -> write.change(
                                    CrmConnection.RESOURCE,
                                    connection.uuid(),
                                    before -> before.status() == Status.CONNECTING ? before.pinned(account) : before));
        }
        return HttpResponse.ok(tested);
    }

    /** Reads the objects, fields, stages and owners of the account. */
    @Get("/schema")
    @JsonTypes(reply = CrmSchema.class)
    public HttpResponse<CrmSchema> schema(Actor actor, String uuid, Query query) {
        query.requireNone();
        return HttpResponse.ok(calls.schema(actor, connections.get(actor, Uuids.inPath(uuid))));
    }

    /** Reads the mappings of a connection. */
    @Get("/mappings")
    @JsonTypes(reply = CrmMapping.class)
    public HttpResponse<Entity<CrmMapping>> mappings(Actor actor, String uuid, Query query) {
        query.requireNone();
        var found = mappings.get(actor, Uuids.inPath(uuid));
        return HttpResponse.ok(found).header(EntityTags.HEADER, EntityTags.of(found));
    }

    /**
     * Replaces the mappings of a connection. They are compared with the account of the CRM. A new field is synchronised with
     * the next change of a record, or by a full run.
     */
    @Put("/mappings")
    @JsonTypes(request = CrmMapping.class, reply = CrmMapping.class)
    public HttpResponse<String> putMappings(
            Actor actor, String uuid, JsonBody body, Precondition precondition, Query query, Idempotency idempotency) {
        query.requireNone();
        var wanted = shape.read(body);
        var connection = connections.get(actor, Uuids.inPath(uuid));
        requireValid(actor, connection, wanted);
        return idempotency.once(
                actor,
                write -> WriteReplies.changed(
                        write.change(CrmMapping.RESOURCE, connection.uuid(), precondition, before -> wanted)));
    }

    private void requireValid(Actor actor, Entity<CrmConnection> connection, CrmMapping wanted) {
        var records = connections.records(actor);
        var custom = new EnumMap<SyncedResource, Map<String, Form>>(SyncedResource.class);
        wanted.mappings().stream()
                .filter(CrmMapping.OfResource::hasCustom)
                .forEach(of -> custom.put(of.resource(), CustomForms.of(of.resource(), records)));
        var faults = new ArrayList<>(FilterFaults.of(wanted, records));
        if (faults.isEmpty()) {
            faults.addAll(new MappingCheck(calls.schema(actor, connection), custom).faults(wanted));
        }
        if (!faults.isEmpty()) {
            throw WaggleException.invalid(faults);
        }
    }

    private CrmMapping mapping(Actor actor, Entity<CrmConnection> connection) {
        return mappings.get(actor, connection.uuid()).value();
    }
}
