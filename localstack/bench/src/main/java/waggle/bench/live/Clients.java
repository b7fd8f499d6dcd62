package waggle.bench.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Connections in a process of their own, so that they use neither the heap nor the threads of the cloud. */
final class Clients implements AutoCloseable {
    private final Process process;
    private final Writer requests;
    private final BufferedReader replies;
    private int size;

    /**
     * The arrival of an event at one connection.
     *
     * @param at microseconds since 1970
     */
    record Arrival(String tag, long at) {}

    private Clients(Process process) {
        this.process = process;
        this.requests = process.outputWriter();
        this.replies = process.inputReader();
    }

    static Clients start() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            return new Clients(new ProcessBuilder(
                            java,
                            "-XX:+UseSerialGC",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            ClientsProcess.class.getName())
                    .redirectError(Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a connection and subscribes. */
    void open(URI address) {
        size = Integer.parseInt(ask(address.toString()));
    }

    int size() {
        return size;
    }

    /** The number of arrivals until now. */
    int heard() {
        return Integer.parseInt(ask(ClientsProcess.HEARD));
    }

    List<Arrival> arrivals() {
        var count = Integer.parseInt(ask(ClientsProcess.ARRIVALS));
        return IntStream.range(0, count)
                .mapToObj(i -> line().split(" ", 2))
                .map(parts -> new Arrival(parts[0], Long.parseLong(parts[1])))
                .toList();
    }

    private String ask(String request) {
        try {
            requests.write(request + "\n");
            requests.flush();
            return line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() {
        try {
            var line = replies.readLine();
            if (line == null) {
                throw new IllegalStateException("the process of the clients ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
