package waggle.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import waggle.model.events.Event;
import waggle.model.json.Json;

/** The sample events of a checkout: what an endpoint receives, in a file for each type. */
record Samples(Path folder) {
    private static final String ENDING = ".json";

    static Samples ofThisCheckout() {
        return new Samples(
                Path.of(System.getProperty("waggle.home", "."), "events").resolve("webhooks"));
    }

    /** @throws Complaint when there is none of the type */
    Sample find(String type) {
        try {
            var types = types();
            if (!types.contains(type)) {
                throw new Complaint("There is no sample of " + type + ", but of " + String.join(", ", types));
            }
            var payload = Json.mapper().readTree(Files.readString(folder.resolve(type + ENDING)));
            return new Sample(type, Json.read(payload.required("data"), Event.Data.class));
        } catch (IOException e) {
            throw new Complaint("The samples in " + folder + " cannot be read", e);
        }
    }

    private List<String> types() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }
}
