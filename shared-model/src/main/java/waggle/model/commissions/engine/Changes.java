package waggle.model.commissions.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The changes so far, each payment at most once. */
final class Changes {
    private final List<NewPayment> made = new ArrayList<>();
    private final List<Plan.Repriced> repriced = new ArrayList<>();
    private final List<StandingPayment> cancelled = new ArrayList<>();

    void make(NewPayment payment) {
        made.add(payment);
    }

    void set(StandingPayment payment, BigDecimal value, List<String> why) {
        if (value.signum() == 0) {
            cancel(payment);
        } else if (payment.value().compareTo(value) != 0) {
            repriced.add(new Plan.Repriced(payment.uuid(), value, why));
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
