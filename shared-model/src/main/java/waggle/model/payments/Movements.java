package waggle.model.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import waggle.model.deals.PaymentFacets;
import waggle.model.deals.PaymentStatus;
import waggle.model.declaration.Records;
import waggle.model.payments.Statement.Account;
import waggle.model.payments.Statement.Line;
import waggle.model.payments.Statement.Movement;

/** The movements of a partner's balance, from the facets of its payments. */
final class Movements {
    private static final Comparator<Line> ORDER = Comparator.comparing(Line::date)
            .thenComparing(line -> line.paymentUuid().toString())
            .thenComparing(Line::movement);

    private Movements() {}

    /** The accounts that move or have a balance, by currency; their lines have no labels of deals. */
    static List<Account> of(Records records, UUID partner, LocalDate from, LocalDate to) {
        var movements = new TreeMap<String, List<Line>>();
        PaymentFacets.ofPartner(records, partner).forEach(payment -> movements
                .computeIfAbsent(payment.currencyCode(), any -> new ArrayList<>())
                .addAll(of(payment)));
        var accounts = new ArrayList<Account>();
        movements.forEach((currency, lines) -> accounts.add(account(currency, lines, from, to)));
        accounts.removeIf(
                account -> account.lines().isEmpty() && account.openingBalance().signum() == 0);
        return accounts;
    }

    private static Account account(String currency, List<Line> movements, LocalDate from, LocalDate to) {
        var opening = Statement.sum(
                movements.stream().filter(line -> line.date().isBefore(from)).toList());
        var lines = movements.stream()
                .filter(line -> !line.date().isBefore(from) && !line.date().isAfter(to))
                .sorted(ORDER)
                .toList();
        return new Account(currency, opening, lines, opening.add(Statement.sum(lines)));
    }

    /** A payment that was cancelled before it accrued, or on the same day, never moved the balance. */
    private static List<Line> of(PaymentFacets payment) {
        var booked = payment.bookedOn();
        var settled = payment.settledOn();
        var value = payment.value();
        if (settled.isEmpty()) {
            return List.of(line(payment, Movement.EARNED, booked, value));
        }
        var end = settled.get();
        var isPaid = payment.status() == PaymentStatus.COMPLETED;
        if (!isPaid && !end.isAfter(booked)) {
            return List.of();
        }
        return List.of(
                line(payment, Movement.EARNED, end.isBefore(booked) ? end : booked, value),
                line(payment, isPaid ? Movement.PAID : Movement.CANCELLED, end, value.negate()));
    }

    private static Line line(PaymentFacets payment, Movement movement, LocalDate date, BigDecimal value) {
        return new Line(
                date,
                movement,
                payment.uuid(),
                payment.label().orElse(null),
                payment.deal().orElse(null),
                null,
                payment.category(),
                value,
                payment.status());
    }
}
