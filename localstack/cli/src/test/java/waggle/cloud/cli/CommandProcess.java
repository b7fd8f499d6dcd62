package waggle.cloud.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import waggle.model.json.Json;

/**
 * A process that runs {@code ./waggle} commands one after another, since the start of a process takes longer than a command.
 * It has no variables of AWS or Waggle. It ends with the process that started it.
 */
final class CommandProcess {
    private final PrintStream commands;
    private final BufferedReader results;

    /** @param home takes the place of the checkout */
    private record Call(String home, List<String> arguments) {}

    /** Started by the first command of a test, and never by the process itself. */
    private static final class Shared {
        private static final CommandProcess PROCESS = start();
    }

    private CommandProcess(Process process) {
        commands = new PrintStream(process.getOutputStream(), true, UTF_8);
        results = process.inputReader(UTF_8);
    }

    private static CommandProcess start() {
        try {
            var nothing = Path.of("target");
            return new CommandProcess(
                    WaggleCommand.builder(CommandProcess.class, RunningWaggle.CLASS_PATH, nothing, Map.of())
                            .redirectError(Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of all tests. */
    static CommandProcess shared() {
        return Shared.PROCESS;
    }

    /** Runs a command and returns its result. */
    synchronized WaggleCommand run(Path home, String... arguments) throws IOException {
        commands.println(Json.write(new Call(home.toString(), List.of(arguments))));
        var result = results.readLine();
        if (result == null) {
            throw new AssertionError("The process of the commands has ended");
        }
        return Json.mapper().readValue(result, WaggleCommand.class);
    }

    /** Reads calls from the standard input, and writes each result to the standard output. */
    public static void main(String[] none) throws IOException {
        var results = System.out;
        var calls = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (var call = calls.readLine(); call != null; call = calls.readLine()) {
            results.println(Json.write(run(Json.mapper().readValue(call, Call.class))));
        }
        System.exit(0);
    }

    private static WaggleCommand run(Call call) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        System.setProperty("waggle.home", call.home());
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
        var status = Waggle.run(call.arguments().toArray(String[]::new));
        return new WaggleCommand(status, out.toString(UTF_8), err.toString(UTF_8));
    }
}
