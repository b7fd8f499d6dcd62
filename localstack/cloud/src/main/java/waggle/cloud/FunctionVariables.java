package waggle.cloud;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import waggle.delivery.receiver.Receivers;
import waggle.platform.aws.CrmSettings;
import waggle.platform.aws.LiveSettings;
import waggle.platform.aws.PlanSettings;
import waggle.platform.aws.QueueSettings;
import waggle.platform.aws.SecretSettings;
import waggle.platform.aws.Settings;

/** The environment variables of packaged functions, as the infrastructure sets them in AWS. */
record FunctionVariables(Settings settings, SecretSettings secrets, boolean localWebhooks) {

    /** The variables of every function. */
    Map<String, String> common() {
        return Map.of(
                Settings.REGION,
                settings.region(),
                Settings.TABLE,
                settings.table(),
                Settings.DYNAMODB_ENDPOINT,
                Objects.requireNonNull(settings.dynamoDbEndpoint()).toString(),
                "AWS_ACCESS_KEY_ID",
                Cloud.CREDENTIALS.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                Cloud.CREDENTIALS.secretAccessKey());
    }

    /** The variables of a function that issues API keys. */
    Map<String, String> with(PlanSettings plan) {
        var variables = new HashMap<>(common());
        variables.put(PlanSettings.USAGE_PLAN, plan.usagePlan());
        variables.put(
                PlanSettings.ENDPOINT, Objects.requireNonNull(plan.endpoint()).toString());
        return variables;
    }

    /** The variables of a function that sends messages to connections. */
    Map<String, String> with(LiveSettings live) {
        var variables = new HashMap<>(common());
        variables.put(LiveSettings.URL, live.url().toString());
        variables.put(LiveSettings.ENDPOINT, live.endpoint().toString());
        return variables;
    }

    /** The variables of a function that calls webhooks. */
    Map<String, String> withReceivers() {
        var variables = new HashMap<>(common());
        variables.put(SecretSettings.KEY, secrets.key());
        if (localWebhooks) {
            variables.put(Receivers.ENVIRONMENT, Receivers.LOCAL);
        }
        return variables;
    }

    /** The variables of a function that synchronises records with CRMs. */
    Map<String, String> with(CrmSettings crm) {
        var variables = new HashMap<>(common());
        variables.put(SecretSettings.KEY, secrets.key());
        variables.put(CrmSettings.QUEUE, crm.queue());
        variables.put(QueueSettings.ENDPOINT, Objects.requireNonNull(crm.sqs()).toString());
        crm.fakes().forEach((provider, address) -> variables.put(CrmSettings.variable(provider), address.toString()));
        return variables;
    }

    /** The variables of a function that sends messages to the queues and calls webhooks. */
    Map<String, String> with(QueueSettings queues) {
        var variables = new HashMap<>(withReceivers());
        variables.put(QueueSettings.DELIVERIES, queues.deliveries());
        variables.put(QueueSettings.LATER, queues.later());
        variables.put(QueueSettings.UNRELAYED, queues.unrelayed());
        variables.put(CrmSettings.QUEUE, queues.crm());
        variables.put(
                QueueSettings.ENDPOINT,
                Objects.requireNonNull(queues.endpoint()).toString());
        return variables;
    }

    /** The variables of the sweeper, which also asks for the status. */
    Map<String, String> with(QueueSettings queues, URI status) {
        var variables = new HashMap<>(with(queues));
        variables.put(Settings.STATUS_URL, status.toString());
        return variables;
    }
}
