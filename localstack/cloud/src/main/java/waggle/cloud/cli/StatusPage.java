package waggle.cloud.cli;

import picocli.CommandLine.Command;

/** {@code waggle status}. */
@Command(name = "status", description = "Explains incidents on the status page.")
final class StatusPage extends CommandWithHelp {}
