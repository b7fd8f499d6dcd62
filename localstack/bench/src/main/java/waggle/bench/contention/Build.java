package waggle.bench.contention;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import waggle.cloud.dynamodb.EmbeddedDynamoDb;

/** A build of the local cloud whose table locks the items of transactions. */
record Build(String name, String classPath, List<String> command) {
    private static final String MAIN = "waggle.cloud.cli.Waggle";

    /** The main class of earlier builds. */
    private static final String EARLIER_MAIN = "waggle.cloud.Waggle";

    private static final int RATE = 1_000_000;

    /** The build that this process runs. */
    static Build current(int lockMillis) {
        return new Build(
                "now",
                System.getProperty("java.class.path"),
                up(MAIN, List.of("--lock-millis", Integer.toString(lockMillis))));
    }

    /**
     * An earlier build, with the table of this one, since its own has no locks.
     *
     * @param checkout a checkout in which {@code ./waggle} was built
     */
    static Build earlier(Path checkout) throws URISyntaxException {
        var locks = Path.of(EmbeddedDynamoDb.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var target = checkout.resolve("localstack/cloud/target");
        var classes = target.resolve("classes");
        var main = Files.exists(classes.resolve(MAIN.replace('.', '/') + ".class")) ? MAIN : EARLIER_MAIN;
        var classPath = String.join(
                File.pathSeparator,
                locks.toString(),
                classes.toString(),
                target.resolve("lib/*").toString());
        return new Build("before", classPath, up(main, List.of()));
    }

    private static List<String> up(String main, List<String> options) {
        var command = new ArrayList<>(List.of(main, "up", "--port", "0", "--rate", Integer.toString(RATE)));
        command.addAll(options);
        return command;
    }
}
