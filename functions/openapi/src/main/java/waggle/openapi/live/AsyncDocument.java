package waggle.openapi.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import waggle.model.json.Json;
import waggle.model.live.LiveLimits;
import waggle.openapi.source.Names;

/** The description of live updates (AsyncAPI Specification 3.0.0). */
public final class AsyncDocument {
    private static final String CHANNEL = "live";

    private AsyncDocument() {}

    public static ObjectNode of(String version) {
        var document = Json.mapper().createObjectNode().put("asyncapi", "3.0.0");
        document.set("info", info(version));
        document.put("defaultContentType", "application/json");
        document.set("servers", servers());
        document.putObject("channels").set(CHANNEL, channel());
        var operations = document.putObject("operations");
        var messages = document.putObject("components").putObject("messages");
        MessageSchemas.ofClient().forEach((name, schema) -> {
            operations.set(name, operation("receive", name));
            messages.set(name, message(name, schema));
        });
        MessageSchemas.ofServer().forEach((name, schema) -> {
            operations.set("send" + Names.capital(name), operation("send", name));
            messages.set(name, message(name, schema));
        });
        return document;
    }

    private static ObjectNode info(String version) {
        var info = Json.mapper().createObjectNode();
        info.put("title", "Waggle live updates").put("version", version);
        info.put(
                "description",
                "A WebSocket that tells what changes, while it changes. `POST /v1/live/tickets` of the API returns its "
                        + "address and a ticket, which opens one connection within "
                        + LiveLimits.TICKET.toSeconds() + " seconds. Messages have at most "
                        + LiveLimits.MESSAGE_BYTES / 1024 + " KiB, and a client sends at most "
                        + LiveLimits.MESSAGES_PER_SECOND + " a second.");
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        return info;
    }

    private static ObjectNode servers() {
        var servers = Json.mapper().createObjectNode();
        var deployed = servers.putObject("deployed")
                .put("host", "{api}.execute-api.{region}.amazonaws.com")
                .put("pathname", "/{environment}")
                .put("protocol", "wss")
                .put("description", "The address is the url of the ticket");
        var variables = deployed.putObject("variables");
        variables.putObject("api").put("description", "The id of the WebSocket API");
        variables.putObject("region").put("description", "The AWS region");
        variables.putObject("environment").put("description", "The environment").put("default", "prod");
        servers.putObject("local")
                .put("host", "localhost:8080")
                .put("pathname", "/live")
                .put("protocol", "ws")
                .put("description", "./waggle up");
        return servers;
    }

    private static ObjectNode channel() {
        var channel = Json.mapper().createObjectNode().put("address", "/");
        channel.put("description", "One connection, of at most " + LiveLimits.LONGEST.toHours() + " hours");
        var messages = channel.putObject("messages");
        for (var names : List.of(MessageSchemas.ofClient(), MessageSchemas.ofServer())) {
            names.keySet().forEach(name -> messages.set(name, reference("components/messages/" + name)));
        }
        var query = channel.putObject("bindings").putObject("ws").putObject("query");
        query.put("type", "object")
                .putObject("properties")
                .set("ticket", Json.tree(Map.of("type", "string", "description", "The ticket of the connection")));
        return channel;
    }

    private static ObjectNode operation(String action, String message) {
        var operation = Json.mapper().createObjectNode().put("action", action);
        operation.set("channel", reference("channels/" + CHANNEL));
        operation.putArray("messages").add(reference("channels/" + CHANNEL + "/messages/" + message));
        return operation;
    }

    private static ObjectNode message(String name, ObjectNode schema) {
        var message = Json.mapper().createObjectNode().put("name", name);
        message.set("payload", schema);
        return message;
    }

    private static ObjectNode reference(String place) {
        return Json.mapper().createObjectNode().put("$ref", "#/" + place);
    }
}
