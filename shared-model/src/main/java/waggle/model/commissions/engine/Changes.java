package waggle.model.commissions.engine;

import java.util.ArrayList;
import java.util.List;
import waggle.model.commissions.engine.Limits.Cut;
import waggle.model.commissions.facts.RuleVersion;

/** The changes so far, each payment at most once. */
final class Changes {
    private final List<NewPayment> made = new ArrayList<>();
    private final List<Plan.Repriced> repriced = new ArrayList<>();
    private final List<StandingPayment> cancelled = new ArrayList<>();

    void make(NewPayment payment) {
        made.add(payment);
    }

    void set(StandingPayment payment, RuleVersion rule, Cut cut, List<String> why) {
        if (cut.value().signum() == 0) {
            cancel(payment);
        } else if (payment.value().compareTo(cut.value()) != 0
                || !payment.rule().equals(rule)
                || cut.isTaking()) {
            repriced.add(new Plan.Repriced(payment.uuid(), rule, cut.value(), cut.grant(), why));
        }
    }

    void cancelIfOpen(StandingPayment payment) {
        if (payment.isOpen()) {
            cancel(payment);
        }
    }

    void cancel(StandingPayment payment) {
        if (!cancelled.contains(payment)) {
            cancelled.add(payment);
        }
    }

    Plan plan() {
        return new Plan(
                List.copyOf(made),
                List.copyOf(repriced),
                cancelled.stream().map(StandingPayment::uuid).toList());
    }
}
