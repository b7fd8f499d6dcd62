package waggle.bench.start;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import waggle.bench.cloud.BenchCloud;
import waggle.bench.cloud.Events;
import waggle.bench.cloud.Kind;

/** The candidates: each function without and with its ahead-of-time cache. */
final class Candidates {
    private final Path root;
    private final BenchCloud cloud;
    private final Path directory;
    private final String path;

    private Candidates(Path root, BenchCloud cloud, Path directory) {
        this.root = root;
        this.cloud = cloud;
        this.directory = directory;
        this.path = "/v1/tags/" + cloud.newTag();
    }

    /** @param directory for the caches and the output of the functions */
    static List<Candidate> of(Path root, BenchCloud cloud, Path directory) {
        var candidates = new Candidates(root, cloud, directory);
        return Arrays.stream(Kind.values())
                .map(candidates::candidate)
                .flatMap(candidate -> Stream.of(candidate, AotCache.train(candidate, directory)))
                .toList();
    }

    private Candidate candidate(Kind kind) {
        var function = kind.function(root, cloud).withOutput(directory.resolve(kind + ".log"));
        return new Candidate(new Variant(kind, false), function, new String(event(kind), StandardCharsets.UTF_8));
    }

    private byte[] event(Kind kind) {
        var events = new Events(cloud);
        return kind == Kind.AUTHORIZER ? events.authorizer("GET", path) : events.proxy("GET", path, null);
    }
}
