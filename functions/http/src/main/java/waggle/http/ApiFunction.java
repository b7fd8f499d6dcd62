package waggle.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.function.aws.MicronautLambdaContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import waggle.http.logs.CapacityMeter;
import waggle.http.logs.RequestLog;
import waggle.http.reply.ProxyReply;
import waggle.http.request.Access;
import waggle.http.request.GatewayEvent;
import waggle.http.request.PlainPath;
import waggle.http.resource.ReadController;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.catalogue.OpenRoute;
import waggle.model.memory.ListMemory;
import waggle.platform.aws.Clients;
import waggle.platform.aws.Priming;
import waggle.platform.aws.Settings;

/** The handler of every resource group: one Micronaut application behind API Gateway's proxy integration. */
public final class ApiFunction implements RequestStreamHandler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiFunction.class);

    private final ApiGatewayProxyRequestEventFunction micronaut;
    private final CapacityMeter meter;

    @SuppressWarnings("UnusedVariable") // the CRaC context holds it weakly
    private final Priming priming;

    /** The constructor that Lambda calls: settings come from the environment. */
    public ApiFunction() {
        this(Settings.from(System::getenv), Clients.lambdaCredentials());
    }

    /**
     * Makes a function of given settings.
     *
     * @param others beans that a deployed function would make from its environment
     */
    public ApiFunction(Settings settings, AwsCredentialsProvider credentials, Object... others) {
        // With two class loaders, Micronaut would read the index of the whole jar twice.
        Thread.currentThread().setContextClassLoader(ApiFunction.class.getClassLoader());
        // Unlike Micronaut's builder for Lambda, this one starts lazily; PrimingRequests make the rest before a
        // snapshot.
        micronaut = new ApiGatewayProxyRequestEventFunction(
                ApplicationContext.builder(Environment.FUNCTION, MicronautLambdaContext.ENVIRONMENT_LAMBDA)
                        .singletons(settings, credentials)
                        .singletons(others)
                        .build());
        meter = micronaut.getApplicationContext().getBean(CapacityMeter.class);
        priming = Priming.register(this::prime);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var event = GatewayEvent.read(in);
        try (var log = RequestLog.start(event, meter)) {
            var reply = reply(event, context).finish(event);
            reply.write(out);
            log.replied(reply.status());
        }
    }

    /** Nothing that the requests left in memory comes into the snapshot. */
    private void prime() throws IOException {
        new PrimingRequests(this, this::paths).run();
        micronaut.getApplicationContext().getBean(ListMemory.class).clear();
    }

    @Override
    public void close() {
        micronaut.close();
    }

    @SuppressWarnings("CatchingUnchecked") // every failure gets a reply, none reaches the gateway
    private ProxyReply reply(GatewayEvent event, Context context) {
        try {
            if (!PlainPath.matches(event.getPath())) {
                return ProxyReply.error(event, new WaggleException(ErrorCode.NOT_FOUND));
            }
            if (!OpenRoute.covers(event.getPath())) {
                Access.require(event);
            }
            return new ProxyReply(micronaut.handleRequest(event, context));
        } catch (WaggleException refusal) {
            return ProxyReply.error(event, refusal);
        } catch (RuntimeException e) {
            LOG.error("request {} failed", event.requestId(), e);
            return ProxyReply.error(event, new WaggleException(ErrorCode.INTERNAL_ERROR));
        }
    }

    @SuppressWarnings("rawtypes") // a class literal has no type argument
    private List<String> paths() {
        return micronaut.getApplicationContext().getBeansOfType(ReadController.class).stream()
                .map(controller -> ((ReadController<?>) controller).path())
                .toList();
    }
}
