package waggle.acceptance.cloud;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The base URL of the API under test ({@code docs/api.md}, "Base URL"): {@code waggle.url}, or that of an embedded cloud. */
public final class BaseUrl {
    private static final @Nullable String GIVEN = System.getProperty("waggle.url");

    private BaseUrl() {}

    public static URI get() {
        return GIVEN == null ? LocalCloud.baseUrl() : URI.create(GIVEN);
    }

    public static boolean isLocal() {
        return GIVEN == null;
    }

    /** Skips a test that needs the embedded cloud itself and not only its API. */
    public static void assumeLocal() {
        assumeTrue(isLocal(), "This test needs a cloud of its own; skipped at " + GIVEN);
    }
}
