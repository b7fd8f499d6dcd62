package waggle.bench.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Ahead-of-time caches (JEP 483, 514, 515): a training run handles some requests and writes the cache at its end. */
final class AotCache {
    private static final int TRAINING_REQUESTS = 200;

    private AotCache() {}

    static Candidate train(Candidate candidate, Path directory) {
        var cache = directory.resolve(candidate.variant().kind() + ".aot");
        var trainee = with(candidate, false, "-XX:AOTCacheOutput=" + cache);
        try (var lambda = trainee.start()) {
            for (var i = 0; i < TRAINING_REQUESTS; i++) {
                trainee.time(lambda);
            }
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the training run wrote no cache, see " + directory);
        }
        // Without this mode, the JVM silently ignores a cache that does not fit.
        return with(candidate, true, "-XX:AOTCache=" + cache, "-XX:AOTMode=on");
    }

    private static Candidate with(Candidate candidate, boolean cached, String... arguments) {
        return new Candidate(
                new Variant(candidate.variant().kind(), cached),
                candidate.function().withJvmArguments(List.of(arguments)),
                candidate.event());
    }
}
