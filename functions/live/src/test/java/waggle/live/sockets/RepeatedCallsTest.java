package waggle.live.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.model.FaultyClient;
import waggle.model.FaultyClient.Fault;
import waggle.model.LocalTable;
import waggle.model.ManualClock;
import waggle.model.Uuids;
import waggle.model.keys.KeyGrant;
import waggle.model.keys.Scopes;
import waggle.model.keys.Scopes.Scope;
import waggle.model.live.Connection;
import waggle.model.live.Connections;
import waggle.model.live.Tickets;

/** The client of DynamoDB repeats each call, as it does after a reply that was lost. */
class RepeatedCallsTest {
    private static final DynamoDbClient CLIENT = FaultyClient.with(method -> Fault.REPEATED);

    private final ManualClock clock = new ManualClock();
    private final UUID company = Uuids.next();
    private final String id = company + "L0SM9cOFvHcCIhw=";
    private final KeyGrant key = new KeyGrant(company, Uuids.next(), "Test", Scopes.of(Scope.READ));
    private final Tickets tickets = new Tickets(CLIENT, LocalTable.NAME, clock);
    private final Connections connections = new Connections(CLIENT, LocalTable.NAME, clock);

    @Test
    void ticket_opensOneConnection() {
        var secret = tickets.issue(key).secret();

        assertThat(tickets.take(secret, id)).contains(key);
        assertThat(tickets.take(secret, "another" + id)).isEmpty();
    }

    @Test
    void connection_takesOnePlace() {
        assertThat(connections.open(key, id)).map(Connection::place).contains(0);
        assertThat(connections.open(key, id)).map(Connection::place).contains(0);
        assertThat(connections.open(key, "another" + id)).map(Connection::place).contains(1);

        assertThat(connections.all(company)).hasSize(2);
    }

    @Test
    void change_isMadeOnce_andACloseEndsIt() {
        var open = connections.open(key, id).orElseThrow();

        assertThat(connections.change(open, Connection::noticed)).isPresent();
        assertThat(connections.find(id))
                .map(connection -> connection.wantsNotice(clock.instant().plusSeconds(7000)))
                .contains(false);
        connections.close(id);
        assertThat(connections.all(company)).isEmpty();
    }
}
