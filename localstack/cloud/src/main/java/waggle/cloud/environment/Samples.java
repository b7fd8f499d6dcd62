package waggle.cloud.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import waggle.cloud.CommandFailure;
import waggle.model.events.Event;
import waggle.model.json.Json;

/** The sample events of a checkout: one file per event type, with the body that an endpoint receives. */
public record Samples(Path directory) {
    private static final String ENDING = ".json";

    /** The samples of the checkout that {@code waggle.home} names. */
    public static Samples ofThisCheckout() {
        return new Samples(
                Path.of(System.getProperty("waggle.home", "."), "events").resolve("webhooks"));
    }

    /**
     * Returns the sample of an event type.
     *
     * @throws CommandFailure if there is no sample of the type, or the files cannot be read
     */
    public Sample find(String type) {
        try {
            var types = types();
            if (!types.contains(type)) {
                throw new CommandFailure(
                        "There is no sample event " + type + "; choose one of " + String.join(", ", types));
            }
            var payload = Json.mapper().readTree(Files.readString(directory.resolve(type + ENDING)));
            return new Sample(type, Json.read(payload.required("data"), Event.Data.class));
        } catch (IOException e) {
            throw new CommandFailure("The sample events in " + directory + " cannot be read", e);
        }
    }

    private List<String> types() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }
}
