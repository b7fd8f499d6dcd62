package waggle.acceptance.hostile;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.acceptance.client.Tenant;
import waggle.cloud.Cloud;
import waggle.model.Actor;
import waggle.model.catalogue.Catalogue;
import waggle.model.crm.mapping.SyncedResource;
import waggle.model.crm.merge.Side;
import waggle.model.crm.stored.CrmConflict;
import waggle.model.crm.stored.CrmLink;
import waggle.model.crm.stored.CrmLogEntry;
import waggle.model.crm.stored.CrmRun;
import waggle.model.crm.stored.Links;
import waggle.model.crm.sync.Link;
import waggle.model.crm.sync.LogRow;
import waggle.model.crm.sync.Problem;
import waggle.platform.aws.Clients;

/** Records of a synchronisation that never ran, since the companies of a test share the CRMs in memory. */
final class CrmRecords {
    private static final String OBJECT = "companies";

    private CrmRecords() {}

    /** Writes a record of each kind, and returns their uuids by the paths of their collections. */
    static Map<String, String> write(Tenant tenant, UUID connection, UUID partner) {
        var settings = tenant.cloud().settings();
        var client = Clients.dynamoDb(settings, StaticCredentialsProvider.create(Cloud.CREDENTIALS));
        return Catalogue.writes(client, settings.table(), Clock.systemUTC())
                .run(Actor.waggle(tenant.company()), write -> {
                    var run = write.create(CrmRun.RESOURCE, CrmRun.begun(connection, null, true, true));
                    var link = write.create(CrmLink.RESOURCE, link(connection, partner));
                    var conflict = write.create(CrmConflict.RESOURCE, conflict(link.uuid(), link.value()));
                    var entry = write.create(CrmLogEntry.RESOURCE, entry(link.value()));
                    return Map.of(
                            "/crm-connections/{uuid}/runs", run.uuid().toString(),
                            "/crm-links", link.uuid().toString(),
                            "/crm-conflicts", conflict.uuid().toString(),
                            "/crm-log", entry.uuid().toString());
                });
    }

    private static CrmLink link(UUID connection, UUID partner) {
        return new CrmLink(
                connection,
                SyncedResource.PARTNER,
                partner,
                OBJECT,
                "4711",
                Link.State.CONFLICT,
                Map.of(),
                null,
                null,
                null);
    }

    private static CrmConflict conflict(UUID uuid, CrmLink link) {
        return new CrmConflict(
                link.connectionUuid(),
                uuid,
                link.resource(),
                link.recordUuid(),
                link.remoteId(),
                Problem.Kind.SAME_FIELD,
                "Both sides changed name",
                List.of(new Problem.Field("name", "Ours", "Theirs")),
                List.of(),
                CrmConflict.Status.OPEN,
                null,
                null,
                null);
    }

    private static CrmLogEntry entry(CrmLink link) {
        return CrmLogEntry.planned(
                new Links(link.connectionUuid(), link.resource(), OBJECT),
                link.connectionUuid(),
                link.link(),
                new LogRow(Side.CRM, LogRow.Action.UPDATE, List.of(), null));
    }
}
