package waggle.providers.call;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /**
     * Makes a call. If the access token is no longer valid, one new token is asked for, and the call is made once more. No token is
     * asked for while the budget lets no call through.
     */
    public Answer send(Call call) {
        budget.spend(call.cost());
        var headers = token(credentials::headers);
        try {
            return send(call, headers);
        } catch (CrmFailure failure) {
            if (failure.kind() != Kind.RENEW) {
                throw failure;
            }
            if (!token(() -> credentials.renew(headers))) {
                var end = new CrmFailure(Kind.STOP, failure.getMessage(), failure.details());
                budget.refused(end);
                throw end;
            }
            budget.spend(call.cost());
            return send(call, token(credentials::headers));
        }
    }

    private <T> T token(Supplier<T> call) {
        try {
            return call.get();
        } catch (CrmFailure failure) {
            budget.refused(failure);
            throw failure;
        }
    }

    private Answer send(Call call, Map<String, String> headers) {
        var answer = host.send(call, headers);
        if (!answer.isDone()) {
            var failure = failures.apply(answer.without(headers.values()));
            budget.refused(failure);
            throw failure;
        }
        return answer;
    }
}
