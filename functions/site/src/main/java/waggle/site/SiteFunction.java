package waggle.site;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.model.catalogue.OpenPage;
import waggle.model.json.Json;
import waggle.platform.aws.Clients;
import waggle.platform.aws.LiveSettings;
import waggle.platform.aws.Priming;
import waggle.platform.aws.Settings;
import waggle.site.status.Memory;
import waggle.site.status.StatusSource;
import waggle.site.status.TableSource;

/**
 * The handler of the open pages. It has no framework: it makes all replies at its start, except the status, for which it
 * creates the table's client on first use.
 */
public final class SiteFunction implements RequestStreamHandler {
    private final Site site;

    @SuppressWarnings("UnusedVariable") // the CRaC context holds it weakly
    private final Priming priming;

    /** The constructor that Lambda calls: settings come from the environment. */
    public SiteFunction() {
        this(Settings.from(System::getenv), address(System.getenv(LiveSettings.URL)), Clients.lambdaCredentials());
    }

    /**
     * Makes the replies.
     *
     * @param live the address of live updates; null if there are none
     */
    public SiteFunction(Settings settings, @Nullable URI live, AwsCredentialsProvider credentials) {
        this(new TableSource(settings, credentials), InstantSource.system(), settings.region(), live);
    }

    SiteFunction(StatusSource source, InstantSource clock, String region, @Nullable URI live) {
        site = new Site(new Memory(source, clock), region, live);
        priming = Priming.register(this::prime);
    }

    private static @Nullable URI address(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        handle(in, out);
    }

    private void handle(InputStream in, OutputStream out) throws IOException {
        site.reply(SiteRequest.read(in)).write(out);
    }

    /** Asks for the status, which reads the table. */
    private void prime() throws IOException {
        var event = Json.write(Map.of("httpMethod", "GET", "path", OpenPage.STATUS.path()));
        handle(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), OutputStream.nullOutputStream());
    }
}
