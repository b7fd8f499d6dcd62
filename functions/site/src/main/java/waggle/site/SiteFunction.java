package waggle.site;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The handler of the open pages. It has no framework and no client of AWS: all it can answer, it has from its start. */
public final class SiteFunction implements RequestStreamHandler {
    private final Site site = new Site();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        site.answer(SiteRequest.read(in)).write(out);
    }
}
