package waggle.infra;

import java.util.function.Function;
import java.util.stream.Stream;
import waggle.model.catalogue.OpenPage;
import waggle.model.catalogue.ResourceGroup;

/** The last parts of the functions' names. */
public final class FunctionIds {
    private FunctionIds() {}

    public static Stream<String> functions() {
        return Stream.of(functionsOfTheApi(), functionsOfEvents(), functionsOfLiveUpdates(), functionsOfCrm())
                .flatMap(Function.identity());
    }

    public static Stream<String> functionsOfTheApi() {
        return Stream.concat(
                Stream.of("authorizer", OpenPage.FUNCTION),
                Stream.of(ResourceGroup.values()).map(ResourceGroup::id));
    }

    public static Stream<String> functionsOfEvents() {
        return Stream.of("relay", "dispatcher", "sweeper");
    }

    static Stream<String> functionsOfCrm() {
        return Stream.of("sync");
    }

    public static Stream<String> functionsOfLiveUpdates() {
        return Stream.of("sockets", "live-relay");
    }

    public static Stream<String> functionsWithTable() {
        return functions().filter(id -> !id.equals(OpenPage.FUNCTION));
    }
}
