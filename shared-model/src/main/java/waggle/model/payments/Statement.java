package waggle.model.payments;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waggle.model.Decimals;
import waggle.model.deals.Deal;
import waggle.model.deals.Payment;
import waggle.model.deals.PaymentStatus;
import waggle.model.declaration.Records;

/**
 * The account of a partner over some days (docs/api.md, "Payments"). Its balance is what the partner has earned and was not
 * paid. The opening balance and the lines of a currency add up to its closing balance. A page is a statement of its own: its
 * opening balances are the closing balances of the page before.
 *
 * @param from the first day
 * @param to the last day
 * @param data the accounts of the currencies that have lines in the page, by code
 * @param meta the position of the page in the statement
 */
public record Statement(
        LocalDate from,
        LocalDate to,
        @Size(max = Balance.MOST_CURRENCIES) List<Account> data,
        Meta meta) {
    /** The most lines of a page. */
    public static final int MOST_LINES = 1_000;

    /**
     * The account of one currency.
     *
     * @param currencyCode ISO 4217
     * @param openingBalance before the first line
     * @param lines in the order of their days, at most 1,000 in all currencies together
     * @param closingBalance after the last line
     */
    public record Account(
            @Size(min = 3, max = 3) String currencyCode,
            BigDecimal openingBalance,
            @Size(max = Statement.MOST_LINES) List<Line> lines,
            BigDecimal closingBalance) {
        public Account {
            openingBalance = Decimals.plain(openingBalance);
            closingBalance = Decimals.plain(closingBalance);
        }
    }

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
     * The position of a page in its statement.
     *
     * @param recordCount the number of lines of the statement, in all currencies together
     * @param pageCount the number of pages
     * @param page the number of this page, from 1
     * @param pageSize the most lines of a page
     */
    public record Meta(
            @JsonProperty("record-count") @Min(0) long recordCount,
            @JsonProperty("page-count") @Min(0) long pageCount,
            @JsonProperty("page") @Min(1) long page,

            @JsonProperty("page-size") @Min(1) @Max(Statement.MOST_LINES)
            int pageSize) {}

    /**
     * A page of the statement of a partner.
     *
     * @param page from 1
     * @param pageSize 1 to 1,000 lines
     */
    public static Statement of(Records records, UUID partner, LocalDate from, LocalDate to, long page, int pageSize) {
        var accounts = Movements.of(records, partner, from, to);
        var count =
                accounts.stream().mapToLong(account -> account.lines().size()).sum();
        var first = page > Math.ceilDiv(count, pageSize) ? count : (page - 1) * pageSize;
        var meta = new Meta(count, Math.ceilDiv(count, pageSize), page, pageSize);
        return new Statement(from, to, labelled(records, between(accounts, first, first + pageSize, page == 1)), meta);
    }

    /**
     * The accounts as a page has them.
     *
     * @param first the number of the page's first line, from 0 and through all currencies
     * @param end the number of the line after the page's last
     * @param isFirst whether the page has the accounts without lines too
     */
    private static List<Account> between(List<Account> accounts, long first, long end, boolean isFirst) {
        var some = new ArrayList<Account>();
        var before = 0L;
        for (var account : accounts) {
            var size = account.lines().size();
            var from = Math.clamp(first - before, 0, size);
            var to = Math.clamp(end - before, 0, size);
            if (from < to || (isFirst && size == 0)) {
                some.add(part(account, from, to));
            }
            before += size;
        }
        return some;
    }

    private static Account part(Account account, int from, int to) {
        var opening = account.openingBalance().add(sum(account.lines().subList(0, from)));
        var lines = account.lines().subList(from, to);
        return new Account(account.currencyCode(), opening, lines, opening.add(sum(lines)));
    }

    static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::value).reduce(BigDecimal.ZERO, BigDecimal::add);
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
