package waggle.site;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Settings;

/**
 * The handler of the open pages. It has no framework: it makes all replies at its start, except the status, for which it
 * creates the table's client on first use.
 */
public final class SiteFunction implements RequestStreamHandler {
    private final Site site;

    /** The constructor that Lambda calls: settings come from the environment. */
    public SiteFunction() {
        this(Settings.from(System::getenv), Clients.lambdaCredentials());
    }

    public SiteFunction(Settings settings, AwsCredentialsProvider credentials) {
        this(new Status(new LazyProbe(settings, credentials), InstantSource.system()));
    }

    SiteFunction(Status status) {
        site = new Site(status);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        site.reply(SiteRequest.read(in)).write(out);
    }
}
