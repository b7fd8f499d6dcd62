package waggle.bench.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** The main class of {@link Clients}: it gets addresses and questions, one per line, and replies to each. */
final class ClientsProcess {
    static final String HEARD = "heard";
    static final String ARRIVALS = "arrivals";

    private ClientsProcess() {}

    public static void main(String[] arguments) throws IOException {
        var clients = new ArrayList<LiveClient>();
        try (var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = requests.readLine(); line != null; line = requests.readLine()) {
                switch (line) {
                    case HEARD ->
                        System.out.println(clients.stream()
                                .mapToInt(client -> client.heard().size())
                                .sum());
                    case ARRIVALS -> print(clients);
                    default -> {
                        clients.add(new LiveClient(URI.create(line)).subscribe());
                        System.out.println(clients.size());
                    }
                }
            }
        }
    }

    private static void print(Iterable<LiveClient> clients) {
        var lines = new ArrayList<String>();
        clients.forEach(client -> client.heard().forEach((tag, at) -> lines.add(tag + " " + at)));
        System.out.println(lines.size());
        lines.forEach(System.out::println);
    }
}
