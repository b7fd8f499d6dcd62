package waggle.model.payments;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Fault;
import waggle.model.WaggleException;
import waggle.model.deals.Deal;
import waggle.model.deals.Payment;
import waggle.model.deals.PaymentFacets;
import waggle.model.deals.PaymentStatus;
import waggle.model.declaration.Records;

/**
 * The account of a partner over some days (docs/api.md, "Payments"). Its balance is what the partner has earned and was not
 * paid. The opening balance and the lines of a currency add up to its closing balance.
 *
 * @param from the first day
 * @param to the last day
 * @param data the account of each currency, by code
 */
public record Statement(
        LocalDate from,
        LocalDate to,
        @Size(max = Balance.MOST_CURRENCIES) List<Account> data) {
    /** The most lines of a statement. */
    public static final int MOST_LINES = 1_000;

    /**
     * The account of one currency.
     *
     * @param currencyCode ISO 4217
     * @param openingBalance at the beginning of the first day
     * @param lines in the order of their days, at most 1,000 in all currencies together
     * @param closingBalance at the end of the last day
     */
    public record Account(
            @Size(min = 3, max = 3) String currencyCode,
            BigDecimal openingBalance,
            @Size(max = Statement.MOST_LINES) List<Line> lines,
            BigDecimal closingBalance) {}

    /**
     * A movement of the balance.
     *
     * @param date of the movement in the company's time zone
     * @param movement the reason of the movement
     * @param paymentUuid the payment
     * @param label of the payment
     * @param dealUuid the deal that the payment is for
     * @param dealLabel the label of the deal; null without a deal, or if the deal was deleted
     * @param category of the payment
     * @param value what is added to the balance; negative when a payment is paid, or takes back another
     * @param status of the payment now
     */
    public record Line(
            LocalDate date,
            Movement movement,
            UUID paymentUuid,
            @Nullable @Size(max = Payment.LONGEST_LABEL) String label,
            @Nullable UUID dealUuid,
            @Nullable @Size(max = 200) String dealLabel,
            Payment.Category category,
            BigDecimal value,
            PaymentStatus status) {

        private Line with(@Nullable String labelOfDeal) {
            return new Line(date, movement, paymentUuid, label, dealUuid, labelOfDeal, category, value, status);
        }
    }

    /** The movements of a balance, in the order in which they are listed. */
    public enum Movement {
        /** A payment accrued. */
        EARNED,
        /** A payment was completed. */
        PAID,
        /** A payment that had accrued was cancelled. */
        CANCELLED
    }

    /**
     * The statement of a partner.
     *
     * @throws WaggleException {@link waggle.model.ErrorCode#INVALID_REQUEST} if there are too many lines
     */
    public static Statement of(Records records, UUID partner, LocalDate from, LocalDate to) {
        var movements = new TreeMap<String, List<Line>>();
        PaymentFacets.ofPartner(records, partner).forEach(payment -> movements
                .computeIfAbsent(payment.currencyCode(), any -> new ArrayList<>())
                .addAll(movements(payment)));
        requireFew(movements, from, to);
        var accounts = new ArrayList<Account>();
        movements.forEach((currency, lines) -> accounts.add(account(currency, lines, from, to)));
        accounts.removeIf(
                account -> account.lines().isEmpty() && account.openingBalance().signum() == 0);
        return new Statement(from, to, labelled(records, accounts));
    }

    /** A payment that was cancelled before it accrued, or on the same day, never moved the balance. */
    private static List<Line> movements(PaymentFacets payment) {
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

    private static void requireFew(Map<String, List<Line>> movements, LocalDate from, LocalDate to) {
        var days = movements.values().stream()
                .flatMap(List::stream)
                .map(Line::date)
                .filter(date -> !date.isBefore(from) && !date.isAfter(to))
                .sorted()
                .toList();
        if (days.size() > MOST_LINES) {
            var before = days.get(MOST_LINES).minusDays(1);
            var hint = before.isBefore(from) ? "" : ", like " + before;
            throw WaggleException.invalid(List.of(new Fault(
                    "to",
                    "must be an earlier day%s, since a statement has at most %,d lines and this one has %,d"
                            .formatted(hint, MOST_LINES, days.size()))));
        }
    }

    private static Account account(String currency, List<Line> movements, LocalDate from, LocalDate to) {
        var opening = movements.stream()
                .filter(line -> line.date().isBefore(from))
                .map(Line::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var lines = movements.stream()
                .filter(line -> !line.date().isBefore(from) && !line.date().isAfter(to))
                .sorted(Comparator.comparing(Line::date)
                        .thenComparing(line -> line.paymentUuid().toString())
                        .thenComparing(Line::movement))
                .toList();
        return new Account(
                currency, opening, lines, lines.stream().map(Line::value).reduce(opening, BigDecimal::add));
    }

    private static List<Account> labelled(Records records, List<Account> accounts) {
        var deals = accounts.stream()
                .flatMap(account -> account.lines().stream())
                .flatMap(line -> Stream.ofNullable(line.dealUuid()))
                .collect(Collectors.toSet());
        var labels = records.items(Deal.RESOURCE, List.copyOf(deals));
        return accounts.stream()
                .map(account -> new Account(
                        account.currencyCode(),
                        account.openingBalance(),
                        account.lines().stream()
                                .map(line -> line.with(label(labels, line.dealUuid())))
                                .toList(),
                        account.closingBalance()))
                .toList();
    }

    private static @Nullable String label(Map<UUID, Map<String, AttributeValue>> deals, @Nullable UUID deal) {
        var item = deals.get(deal);
        return item == null || !item.containsKey("label")
                ? null
                : item.get("label").s();
    }
}
