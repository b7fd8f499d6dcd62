package waggle.cloud.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.hubspot.HubSpotFake;
import waggle.cloud.crm.pipedrive.PipedriveFake;
import waggle.cloud.crm.salesforce.SalesforceFake;

/**
 * The providers' clients for Node find the replies that they expect. Skipped without Node 20 or without the clients. They are
 * installed once for each {@code package-lock.json}, in the folder of caches of the user.
 */
class ClientsTest {
    private static final long MINUTES = 2;
    private static final String KEY = "pat-local-1";

    /** A client that runs. */
    private record Client(String provider, FakeCrm fake, Process process, Path output) {}

    @Test
    void clientsOfTheProviders_findTheRepliesThatTheyExpect()
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        var folder = installed();
        assumeTrue(Files.exists(folder), "skipped: needs Node 20, and the packages of localstack/crm (npm ci)");
        var clients = List.of(
                start(folder, "hubspot", HubSpotFake.start(0, KEY, Clock.systemUTC())),
                start(folder, "pipedrive", PipedriveFake.start(0, KEY, Clock.systemUTC())),
                start(folder, "salesforce", SalesforceFake.start(0, "local-app", KEY, Clock.systemUTC())));
        for (var client : clients) {
            try (var fake = client.fake()) {
                assertThat(status(client.process()))
                        .as(() -> "calls " + fake.calls().size() + ", output in "
                                + client.output().toAbsolutePath())
                        .isZero();
                assertThat(Files.readString(client.output())).contains("every reply is as expected");
            }
        }
    }

    /** A script finds its packages beside itself. */
    private static Client start(Path packages, String provider, FakeCrm fake) throws IOException {
        var folder = Files.createDirectories(Path.of("target").resolve(packages.getFileName()))
                .toAbsolutePath();
        var link = folder.resolve("node_modules");
        if (!Files.isSymbolicLink(link)) {
            Files.createSymbolicLink(link, packages.resolve("node_modules"));
        }
        var script = folder.resolve(provider + ".mjs");
        Files.copy(Path.of("src/test/node", provider + ".mjs"), script, StandardCopyOption.REPLACE_EXISTING);
        var output = Path.of("target", provider + "-client.txt").toAbsolutePath();
        return new Client(
                provider,
                fake,
                process(folder, output, "node", script.toString(), fake.url().toString(), KEY),
                output);
    }

    private static Path installed() throws IOException, InterruptedException, NoSuchAlgorithmException {
        var lock = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of("package-lock.json")));
        var caches = Path.of(System.getProperty("user.home"), ".cache", "waggle");
        var folder = caches.resolve("crm-clients-" + HexFormat.of().formatHex(lock, 0, 8));
        if (!Files.exists(folder)) {
            install(Files.createTempDirectory(Files.createDirectories(caches), "crm-clients"), folder);
        }
        return folder;
    }

    /** A folder gets its name once all packages are in it. Another build may have been faster. */
    private static void install(Path made, Path folder) throws IOException, InterruptedException {
        for (var file : List.of("package.json", "package-lock.json")) {
            Files.copy(Path.of(file), made.resolve(file));
        }
        try {
            var output = Path.of("target", "npm.txt").toAbsolutePath();
            var npm = process(
                    made, output, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0");
            if (status(npm) == 0) {
                Files.move(made, folder);
            }
        } catch (FileAlreadyExistsException faster) {
            System.out.println("ClientsTest uses the packages that another build has installed");
        } catch (IOException noNode) {
            System.out.println("ClientsTest is skipped: Node cannot be started");
        }
    }

    private static Process process(Path folder, Path output, String... command) throws IOException {
        Files.createDirectories(Path.of("target"));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static int status(Process process) throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
