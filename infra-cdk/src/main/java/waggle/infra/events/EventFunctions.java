package waggle.infra.events;

import java.util.HashMap;
import software.constructs.Construct;
import waggle.infra.api.Functions;
import waggle.infra.environment.Environment;
import waggle.infra.function.FunctionJars;
import waggle.infra.function.FunctionSpec;
import waggle.infra.function.JavaFunction;
import waggle.infra.secrets.SecretsKey;
import waggle.infra.table.Partitions;
import waggle.infra.table.Table;
import waggle.model.audit.AuditEntry;
import waggle.model.catalogue.ResourceGroup;
import waggle.model.companies.Company;
import waggle.model.crm.stored.CrmConnection;
import waggle.model.deals.Deal;
import waggle.model.events.Event;
import waggle.model.leads.Lead;
import waggle.model.notifications.Notification;
import waggle.model.partners.Partner;
import waggle.model.partners.User;
import waggle.model.stages.Stage;
import waggle.model.table.ItemKey;
import waggle.model.webhooks.Delivery;
import waggle.model.webhooks.WebhookEndpoint;
import waggle.platform.aws.Settings;

/** The functions that deliver events to endpoints, each with its permissions. */
final class EventFunctions extends Construct {
    private static final String ENDPOINTS = Partitions.of(WebhookEndpoint.RESOURCE);
    private static final String CRM_CONNECTIONS = Partitions.of(CrmConnection.RESOURCE);
    private static final String EVENTS = Partitions.of(Event.RESOURCE);
    private static final String DELIVERIES = Partitions.of(Delivery.RESOURCE);
    private static final String AUDIT = Partitions.of(AuditEntry.RESOURCE);
    private static final String EVENT_SEGMENTS = Partitions.segmentsOf(Event.RESOURCE);
    private static final String AUDIT_SEGMENTS = Partitions.segmentsOf(AuditEntry.RESOURCE);
    private static final String EVENT_FACETS = Partitions.facetsOf(Event.RESOURCE);
    private static final String AUDIT_FACETS = Partitions.facetsOf(AuditEntry.RESOURCE);

    private static final String PARTNERS = Partitions.of(Partner.RESOURCE);
    private static final String LEADS = Partitions.of(Lead.RESOURCE);
    private static final String DEALS = Partitions.of(Deal.RESOURCE);
    private static final String STAGES = Partitions.of(Stage.RESOURCE);
    private static final String USERS = Partitions.of(User.RESOURCE);
    private static final String COMPANIES = Partitions.of(Company.RESOURCE);
    private static final String NOTIFICATIONS = Partitions.of(Notification.RESOURCE);

    private final Environment environment;
    private final FunctionJars jars;
    private final Table table;
    private final Queues queues;
    private final SecretsKey secretsKey;

    EventFunctions(
            Construct scope,
            Environment environment,
            FunctionJars jars,
            Table table,
            Queues queues,
            SecretsKey secretsKey) {
        super(scope, "Functions");
        this.environment = environment;
        this.jars = jars;
        this.table = table;
        this.queues = queues;
        this.secretsKey = secretsKey;
    }

    /**
     * The stream contains the events. The relay reads the endpoints and the connections to CRMs, and folds the two logs into segments. It makes
     * notifications with their events, about records that it reads, for users. It notes the heartbeats of the status.
     */
    JavaFunction relay() {
        var relay = function(FunctionSpec.relay());
        var role = relay.role();
        table.grant(
                role,
                "dynamodb:Query",
                ENDPOINTS,
                CRM_CONNECTIONS,
                USERS,
                EVENTS,
                AUDIT,
                EVENT_SEGMENTS,
                AUDIT_SEGMENTS);
        table.grant(role, "dynamodb:GetItem", PARTNERS, LEADS, DEALS, STAGES, USERS, COMPANIES, CRM_CONNECTIONS);
        table.grant(role, "dynamodb:BatchGetItem", USERS, NOTIFICATIONS);
        table.grant(
                role,
                "dynamodb:PutItem",
                EVENT_SEGMENTS,
                AUDIT_SEGMENTS,
                EVENT_FACETS,
                AUDIT_FACETS,
                NOTIFICATIONS,
                EVENTS,
                ItemKey.STATUS);
        table.grant(role, "dynamodb:UpdateItem", EVENT_SEGMENTS);
        queues.deliveries().letSend(role);
        queues.crm().letSend(role);
        return relay;
    }

    /** When the dispatcher disables an endpoint, it also writes an event and an audit entry. */
    JavaFunction dispatcher() {
        var dispatcher = function(FunctionSpec.dispatcher());
        var role = dispatcher.role();
        var lanes = Partitions.lanes();
        var secrets = Partitions.webhookSecrets();
        table.grant(role, "dynamodb:GetItem", ENDPOINTS, EVENTS, DELIVERIES, lanes, secrets);
        table.grant(role, "dynamodb:PutItem", DELIVERIES, EVENTS, AUDIT);
        table.grant(role, "dynamodb:UpdateItem", DELIVERIES, ENDPOINTS, lanes);
        queues.later().letSend(role);
        queues.deliveries().letSend(role);
        secretsKey.letDecrypt(dispatcher);
        return dispatcher;
    }

    /**
     * The sweeper sends the tasks of due deliveries and of replays, and takes the steps of records whose time has come: it
     * ends registrations, tells that payments are due, and calculates commissions, which writes deals, payments and
     * whatever these refer to. It reads no secret.
     */
    JavaFunction sweeper() {
        var sweeper = function(FunctionSpec.sweeper());
        table.grantRecords(sweeper.role(), Partitions.secrets());
        queues.deliveries().letSend(sweeper.role());
        queues.crm().letSend(sweeper.role());
        return sweeper;
    }

    /**
     * The worker writes records as a client does, and goes on with a further task. Of secrets, it reads the
     * credentials of CRMs, and stores their access tokens.
     */
    JavaFunction sync() {
        var sync = function(FunctionSpec.sync());
        table.grantRecords(sync.role(), Functions.secretsBeyond(ResourceGroup.CRM));
        queues.crm().letSend(sync.role());
        secretsKey.letEncrypt(sync);
        return sync;
    }

    private JavaFunction function(FunctionSpec spec) {
        var variables = new HashMap<>(queues.variables());
        variables.put(Settings.TABLE, table.name());
        return new JavaFunction(this, spec, environment, jars, variables);
    }
}
