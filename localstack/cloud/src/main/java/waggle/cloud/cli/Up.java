package waggle.cloud.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import waggle.cloud.Cloud;
import waggle.cloud.CloudOptions;
import waggle.cloud.CommandFailure;
import waggle.cloud.CrmFakes;
import waggle.cloud.demo.DemoCompany;
import waggle.cloud.demo.DemoSize;
import waggle.cloud.demo.Surroundings;
import waggle.cloud.environment.DataDirectory;
import waggle.cloud.environment.EnvironmentFile;
import waggle.cloud.environment.LocalKeys;
import waggle.model.Limits;
import waggle.model.catalogue.OpenPage;
import waggle.model.crm.mapping.Provider;

/** {@code waggle up}. */
@Command(name = "up", description = "Runs Waggle on this machine until Ctrl-C.", sortOptions = false)
final class Up extends CommandWithHelp implements Callable<Integer> {
    /** Fills a demo in minutes, and leaves its reader as many requests as they want. */
    private static final int DEMO_RATE = 100_000;

    /** The first port of the CRMs in memory, which the README names. */
    private static final int CRM_PORT = 8091;

    /** The port at which the webhooks of the demo are received. */
    private static final int RECEIVER_PORT = 8098;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "port of the API (default: 8080)")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "store data and keys in this directory (default: in memory)")
    private @Nullable Path data;

    @Option(names = "--key-file", paramLabel = "FILE", description = "write the API key to this file")
    private @Nullable Path keyFile;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "requests per minute and key (default: " + Limits.RATE + ", with --demo " + DEMO_RATE + ")")
    private @Nullable Integer rate;

    @Option(
            names = "--demo",
            description = "fill the company with a demo, like ./waggle demo, and let webhooks call http://localhost")
    private boolean demo;

    @Option(names = "--lambda", description = "run packaged functions in processes of their own, like Lambda")
    private boolean lambda;

    @Option(names = "--local-webhooks", description = "let webhooks call http://localhost too")
    private boolean localWebhooks;

    @Option(names = "--crm-fakes", description = "let CRM connections call CRMs in memory with sample records")
    private boolean crmFakes;

    @Option(
            names = "--lock-millis",
            paramLabel = "N",
            defaultValue = "" + CloudOptions.LOCK_MILLIS,
            description = "milliseconds for which a transaction locks its items; 0 for no locks (default: "
                    + CloudOptions.LOCK_MILLIS + ")")
    private int lockMillis;

    private final PrintStream out;

    Up(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        require(port >= 0 && port <= 65_535, "--port must be from 0 to 65535; it was " + port);
        require(rate() >= 1, "--rate must be at least 1; it was " + rate);
        require(lockMillis >= 0, "--lock-millis must be at least 0; it was " + lockMillis);
        try (var directory = data == null ? null : DataDirectory.open(data)) {
            var fakes = crmFakes ? fakes() : null;
            var cloud = start(fakes == null ? Map.of() : fakes.urls());
            Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
            var keys = LocalKeys.of(cloud, directory);
            var file = EnvironmentFile.write(cloud, keys.fullAccess());
            Runtime.getRuntime().addShutdownHook(new Thread(file::close));
            if (keyFile != null) {
                keys.write(keyFile);
            }
            out.print(keys.welcome(cloud.baseUrl(), cloud.url(OpenPage.DOCS)));
            if (fakes != null) {
                for (var provider : Provider.values()) {
                    out.printf(
                            "%s in memory: %s, credentials %s%n",
                            provider.system(), fakes.of(provider).url(), CrmFakes.credentials(provider));
                }
            }
            out.flush();
            if (demo) {
                receive();
                fill(cloud, keys, surroundings());
            }
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private int rate() {
        return Objects.requireNonNullElse(rate, demo ? DEMO_RATE : Limits.RATE);
    }

    /** A company that cannot be filled is still there. */
    private void fill(Cloud cloud, LocalKeys keys, Surroundings surroundings) throws InterruptedException {
        var size = new DemoSize(DemoSize.DEFAULT);
        try {
            var company = new DemoCompany(
                    cloud.baseUrl(),
                    keys.fullAccess(),
                    rate(),
                    Demo.SEED,
                    size,
                    surroundings,
                    line -> out.println("Demo: " + line));
            out.println(Demo.summary(company.fill()));
        } catch (CommandFailure e) {
            out.println("The demo is not complete: " + e.getMessage());
        }
        out.flush();
    }

    /** One endpoint replies, and nothing listens at the other one. */
    private Surroundings surroundings() {
        return new Surroundings(
                Map.of(
                        "Finance: books what is paid",
                        URI.create("http://localhost:" + RECEIVER_PORT + "/"),
                        "Data warehouse, not reachable",
                        URI.create("http://localhost:9/")),
                crmFakes ? Map.of(Provider.HUBSPOT, CrmFakes.credentials(Provider.HUBSPOT)) : Map.of());
    }

    /** Receives the webhooks of the demo. Without its port, their deliveries fail. */
    private static void receive() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), RECEIVER_PORT), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(HttpURLConnection.HTTP_NO_CONTENT, -1);
                }
            });
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
        } catch (IOException e) {
            System.err.println("Port " + RECEIVER_PORT + " is in use, so no webhook of the demo is received");
        }
    }

    private static CrmFakes fakes() {
        try {
            var fakes = CrmFakes.start(CRM_PORT);
            fakes.addSamples();
            Runtime.getRuntime().addShutdownHook(new Thread(fakes::close));
            return fakes;
        } catch (UncheckedIOException e) {
            throw new CommandFailure(
                    "The CRMs in memory need the ports %d to %d, and one is in use"
                            .formatted(CRM_PORT, CRM_PORT + CrmFakes.COUNT - 1),
                    e);
        }
    }

    private Cloud start(Map<Provider, URI> crmFakes) throws Exception {
        var home = lambda ? Path.of(System.getProperty("waggle.home", ".")) : null;
        try {
            return Cloud.start(CloudOptions.defaults()
                    .withPort(port)
                    .withData(data)
                    .withRate(rate())
                    .withPackaged(home)
                    .withLocalWebhooks(localWebhooks || demo)
                    .withCrmFakes(crmFakes)
                    .withLockTime(Duration.ofMillis(lockMillis)));
        } catch (BindException e) {
            throw new CommandFailure("Port " + port + " is in use: choose another one with --port", e);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new CommandFailure(message);
        }
    }
}
