package waggle.crm.hooks;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waggle.http.request.RawRequest;
import waggle.http.resource.ResourceSupport;
import waggle.model.Actor;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;
import waggle.model.crm.hook.Hooks;
import waggle.model.crm.mapping.CrmMapping;
import waggle.model.crm.stored.CrmConnection;
import waggle.platform.aws.Settings;
import waggle.platform.queue.CrmQueue;
import waggle.platform.queue.CrmTask;
import waggle.providers.hook.HookCall;
import waggle.providers.hook.HookSignal;

/** Takes the calls of CRMs (docs/crm.md, "Hooks"). They only name records, which the worker then reads. */
@Controller(Hooks.PATH)
final class CrmHooksController {
    private final Hooks hooks;
    private final HookChecks checks;
    private final ResourceSupport support;
    private final CrmQueue queue;

    CrmHooksController(
            DynamoDbClient client, Settings settings, HookChecks checks, ResourceSupport support, CrmQueue queue) {
        this.hooks = new Hooks(client, settings.table());
        this.checks = checks;
        this.support = support;
        this.queue = queue;
    }

    @Post("/{connection}/{secret}")
    HttpResponse<?> take(String connection, String secret, RawRequest request) {
        var found = hooks.find(connection, secret).orElseThrow(CrmHooksController::unknown);
        var records = support.store(CrmConnection.RESOURCE).records(Actor.waggle(found.company()));
        var value = records.find(CrmConnection.RESOURCE, found.connection())
                .orElseThrow(CrmHooksController::unknown)
                .value();
        var call = new HookCall(request.method(), request.address().url(), request.body(), request.header());
        var signals = checks.signals(found, value, call);
        var account = value.remoteAccount();
        // A connection that makes no calls reads what changed once it makes calls again.
        if (account != null && value.runs()) {
            requireAccount(signals, account);
            records.find(CrmMapping.RESOURCE, found.connection())
                    .ifPresent(mapping -> send(tasks(found, mapping.value(), signals)));
        }
        return HttpResponse.noContent();
    }

    /** The same for a connection that does not exist and a secret that is wrong. */
    private static WaggleException unknown() {
        return new WaggleException(ErrorCode.NOT_FOUND);
    }

    private static void requireAccount(List<HookSignal> signals, CrmConnection.Account account) {
        if (signals.stream().anyMatch(signal -> !signal.account().equals(account.id()))) {
            throw new WaggleException(
                    ErrorCode.ACCESS_DENIED, "The call must be of the account of the connection, " + account.id());
        }
    }

    private static List<CrmTask> tasks(Hooks.Found found, CrmMapping mapping, List<HookSignal> signals) {
        return signals.stream()
                .flatMap(signal -> mapping.mappings().stream()
                        .filter(of -> of.object().equals(signal.object()))
                        .map(of -> of.resource().resource().name())
                        .map(resource -> CrmTask.remote(
                                found.company(), found.connection(), resource, signal.id(), signal.key())))
                .distinct()
                .toList();
    }

    private void send(List<CrmTask> tasks) {
        try {
            if (!queue.offer(tasks).isEmpty()) {
                throw new WaggleException(ErrorCode.SERVICE_UNAVAILABLE);
            }
        } catch (SdkException e) {
            throw new WaggleException(ErrorCode.SERVICE_UNAVAILABLE);
        }
    }
}
