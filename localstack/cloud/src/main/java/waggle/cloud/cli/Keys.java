package waggle.cloud.cli;

import picocli.CommandLine.Command;

/** {@code waggle keys}. */
@Command(name = "keys", description = "Manages API keys.")
final class Keys extends CommandWithHelp {}
