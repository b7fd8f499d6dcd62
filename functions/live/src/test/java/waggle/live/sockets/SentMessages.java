package waggle.live.sockets;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import waggle.model.json.Json;
import waggle.sockets.SocketApi;

/** Keeps the messages to connections, with something that happens at the first one. */
final class SentMessages implements SocketApi {
    private final List<JsonNode> messages = new ArrayList<>();
    private final Set<String> closed = new HashSet<>();
    private Runnable meanwhile = () -> {};
    private Outcome outcome = Outcome.SENT;

    /** @param event that happens once, while a message is sent */
    void meanwhile(Runnable event) {
        meanwhile = event;
    }

    void reply(Outcome other) {
        outcome = other;
    }

    List<JsonNode> messages() {
        return messages;
    }

    Set<String> closed() {
        return closed;
    }

    @Override
    public Outcome send(String connection, String message) {
        var event = meanwhile;
        meanwhile = () -> {};
        event.run();
        try {
            messages.add(Json.mapper().readTree(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return outcome;
    }

    @Override
    public void close(String connection) {
        closed.add(connection);
    }

    @Override
    public boolean isOpen(String connection) {
        return !closed.contains(connection);
    }
}
