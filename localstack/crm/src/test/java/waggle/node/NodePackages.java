package waggle.node;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Programs of Node in the tests of a module, and the packages that they need. These are installed once for each {@code
 * package-lock.json}, in the folder of caches of the user.
 */
public final class NodePackages {
    /** Enough for a slow registry, from which a new machine takes all packages. */
    private static final long MINUTES = 15;

    private static final Path MODULES = Path.of("node_modules");
    private static final Path TARGET = Path.of("target");

    private NodePackages() {}

    /**
     * Whether the packages of this module are in its folder, if need be after their installation.
     *
     * @param module name of the module
     */
    public static boolean areInstalled(String module) throws IOException, InterruptedException {
        if (Files.isDirectory(MODULES) && !Files.isSymbolicLink(MODULES)) {
            return true;
        }
        var caches = Path.of(System.getProperty("user.home"), ".cache", "waggle");
        var folder = caches.resolve(module + "-" + hash(Path.of("package-lock.json")));
        if (!Files.exists(folder)) {
            install(Files.createTempDirectory(Files.createDirectories(caches), module), folder, module);
        }
        if (Files.exists(folder)) {
            link(folder.resolve(MODULES));
        }
        return Files.exists(folder);
    }

    private static String hash(Path lock) throws IOException {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(lock));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A folder gets its name once all packages are in it. Another build may have been faster. */
    private static void install(Path made, Path folder, String module) throws IOException, InterruptedException {
        for (var file : List.of("package.json", "package-lock.json")) {
            Files.copy(Path.of(file), made.resolve(file));
        }
        try {
            var npm = start(
                    made,
                    output("npm"),
                    "npm",
                    "ci",
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    "--fetch-retries=0");
            if (status(npm) == 0) {
                Files.move(made, folder);
            }
        } catch (FileAlreadyExistsException faster) {
            System.out.println("The packages of " + module + " are those that another build has installed");
        } catch (IOException noNode) {
            System.out.println("Tests of " + module + " are skipped: Node cannot be started");
        }
    }

    /** The link of an earlier lock gives way. */
    private static void link(Path installed) throws IOException {
        if (Files.isSymbolicLink(MODULES) && !Files.readSymbolicLink(MODULES).equals(installed)) {
            Files.delete(MODULES);
        }
        if (!Files.isSymbolicLink(MODULES)) {
            Files.createSymbolicLink(MODULES, installed);
        }
    }

    /** The file for the output of a program. */
    public static Path output(String program) throws IOException {
        return Files.createDirectories(TARGET)
                .resolve("node-" + program + ".txt")
                .toAbsolutePath();
    }

    /** Starts a program in the folder of this module. */
    public static Process start(Path output, String... command) throws IOException {
        return start(Path.of(""), output, command);
    }

    private static Process start(Path folder, Path output, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** The exit status of a program; -1 if it does not end. */
    public static int status(Process process) throws InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
