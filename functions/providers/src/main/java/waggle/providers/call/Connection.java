package waggle.providers.call;

import java.util.Map;
import java.util.function.Function;
import waggle.model.crm.port.CallBudget;
import waggle.model.crm.port.CrmFailure;
import waggle.model.crm.port.CrmFailure.Kind;

/**
 * Makes the calls of one connection, within its budget.
 *
 * @param budget asked before every call
 * @param failures turns refusals into failures
 */
public record Connection(Host host, Credentials credentials, CallBudget budget, Function<Answer, CrmFailure> failures) {

    /** Makes a call. If the access token is no longer valid, one new token is asked for, and the call is made once more. */
    public Answer send(Call call) {
        var headers = credentials.headers();
        try {
            return send(call, headers);
        } catch (CrmFailure failure) {
            if (failure.kind() != Kind.RENEW) {
                throw failure;
            }
            if (!credentials.renew(headers)) {
                var end = new CrmFailure(Kind.STOP, failure.getMessage(), failure.details());
                budget.refused(end);
                throw end;
            }
            return send(call, credentials.headers());
        }
    }

    private Answer send(Call call, Map<String, String> headers) {
        budget.spend(call.cost());
        var answer = host.send(call, headers);
        if (!answer.isDone()) {
            var failure = failures.apply(answer);
            budget.refused(failure);
            throw failure;
        }
        return answer;
    }
}
