package waggle.platform.aws;

import java.io.IOException;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a function before Lambda takes a snapshot, so that a restored function has its code loaded and linked (AWS Lambda
 * Developer Guide, "Lambda SnapStart runtime hooks"). The call must change nothing.
 */
public final class Priming implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger(Priming.class);

    /** What a function does in vain. */
    public interface Call {
        /** Runs the code of a request. */
        void run() throws IOException;
    }

    private final Call call;

    private Priming(Call call) {
        this.call = call;
    }

    /** Registers a call. The function keeps the result in a field, because the CRaC context holds it weakly. */
    public static Priming register(Call call) {
        var priming = new Priming(call);
        Core.getGlobalContext().register(priming);
        return priming;
    }

    /** A failure does not stop the deployment: the first request after a restore only takes longer. */
    @Override
    @SuppressWarnings("CatchingUnchecked")
    public void beforeCheckpoint(Context<? extends Resource> context) {
        try {
            call.run();
        } catch (IOException | RuntimeException e) {
            LOG.warn("the function is not primed", e);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // Nothing to renew: Lambda reseeds SecureRandom, the only source of chance here, and clients open new
        // connections.
    }
}
