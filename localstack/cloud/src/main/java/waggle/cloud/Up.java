package waggle.cloud;

import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import waggle.model.Limits;
import waggle.model.OpenPage;

/** {@code waggle up}. */
@Command(name = "up", description = "Runs all of Waggle on this machine until Ctrl-C.", sortOptions = false)
final class Up implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "port of the API (default: 8080)")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "keep data and keys in this folder (default: in memory)")
    private @Nullable Path data;

    @Option(names = "--key-file", paramLabel = "FILE", description = "write the API key into this file")
    private @Nullable Path keyFile;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "" + Limits.RATE,
            description = "requests a minute for each key (default: " + Limits.RATE + ")")
    private int rate;

    @Option(names = "--lambda", description = "run each packaged function in a process of its own, as Lambda does")
    private boolean lambda;

    @Option(names = "--local-webhooks", description = "let webhooks go to http://localhost as well")
    private boolean localWebhooks;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private final PrintStream out;

    Up(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        require(port >= 0 && port <= 65_535, "--port must be from 0 to 65535");
        require(rate >= 1, "--rate must be at least 1");
        try (var kept = data == null ? null : DataFolder.open(data)) {
            var cloud = start();
            Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
            var keys = LocalKeys.of(cloud, kept);
            var announced = RunningCloud.announce(cloud, keys.all());
            Runtime.getRuntime().addShutdownHook(new Thread(announced::close));
            if (keyFile != null) {
                keys.write(keyFile);
            }
            out.print(keys.welcome(cloud.baseUrl(), cloud.url(OpenPage.DOCS)));
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private Cloud start() throws Exception {
        var home = lambda ? Path.of(System.getProperty("waggle.home", ".")) : null;
        try {
            return Cloud.start(new CloudOptions(port, data, rate, home, localWebhooks));
        } catch (BindException e) {
            throw new Complaint("Port " + port + " is in use; choose another with --port", e);
        }
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new Complaint(sentence);
        }
    }
}
