package waggle.model.stages;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import waggle.model.stages.Stage.Kind;
import waggle.model.stages.Stage.Phase;

/** The stages of a new company: one for each phase of each kind (docs/api.md, "Configuration"). */
public final class DefaultStages {
    private DefaultStages() {}

    public static List<Stage> all() {
        return Stream.of(Kind.values()).flatMap(DefaultStages::of).toList();
    }

    private static Stream<Stage> of(Kind kind) {
        return IntStream.range(0, kind.phases().size()).mapToObj(i -> {
            var phase = kind.phases().get(i);
            return new Stage(kind, label(phase), phase, null, i + 1, null);
        });
    }

    /** {@code Closed won}. */
    private static String label(Phase phase) {
        var words = Stage.written(phase).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
