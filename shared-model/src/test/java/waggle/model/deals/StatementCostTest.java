package waggle.model.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import waggle.model.Actor;
import waggle.model.CapacityMeter;
import waggle.model.LocalTable;
import waggle.model.Uuids;
import waggle.model.payments.Statement;
import waggle.model.records.Entity;
import waggle.model.store.StoredRecords;
import waggle.model.write.BulkRecords;

/** What the statement of one quarter costs, in capacity units, for a partner with very many payments in ten quarters. */
class StatementCostTest {
    /** {@code -Dwaggle.payments=10000} has the same units for each. */
    private static final int MANY = Integer.getInteger("waggle.payments", 2_000);

    private static final int QUARTERS = 10;
    private static final double UNITS_A_PAYMENT = 0.1;
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    private final Actor actor = LocalTable.someone();
    private final UUID partner = Uuids.next();
    private final List<UUID> deals = Stream.generate(Uuids::next).limit(50).toList();

    @Test
    void statement_ofAQuarter_readsTheIndexAndTheDealsOfItsLines() {
        new BulkRecords<>(LocalTable.shared(), LocalTable.NAME, actor.company(), Payment.RESOURCE, MANY, this::payment)
                .writeRecords(0, MANY);
        var meter = new CapacityMeter();
        var records = new StoredRecords(LocalTable.client(meter), LocalTable.NAME, actor.company());

        var statement =
                Statement.of(records, partner, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31), 1, MANY / QUARTERS);

        System.out.printf("The statement of one of %d payments: %.1f units%n", MANY, meter.read());
        assertThat(statement.meta().recordCount()).isEqualTo(MANY / QUARTERS);
        var account = statement.data().getFirst();
        assertThat(account.lines()).hasSize(MANY / QUARTERS);
        assertThat(account.openingBalance()).isEqualByComparingTo(BigDecimal.valueOf(MANY / QUARTERS * 4L));
        assertThat(meter.read() / MANY).isLessThanOrEqualTo(UNITS_A_PAYMENT);
    }

    private Entity<Payment> payment(int number) {
        var made = FIRST.plusMillis(number);
        var day = LocalDate.of(2024, 2, 15).plusMonths(3L * (number % QUARTERS));
        var payment = PaymentBuilder.builder()
                .dealUuid(deals.get(number % deals.size()))
                .recipientType(Payment.RecipientType.PARTNER)
                .recipientUuid(partner)
                .category(Payment.Category.COMMISSION)
                .paymentValue(BigDecimal.ONE)
                .currencyCode("USD")
                .dueDate(day)
                .status(PaymentStatus.PENDING)
                .accruedOn(day)
                .bookedOn(day)
                .partnerUuid(partner)
                .partnerName("Acme")
                .explanation(List.of("The amount is fixed at 1.00 USD."))
                .build();
        return new Entity<>(BulkRecords.uuid(made.toEpochMilli(), number), payment, made, made, 1);
    }
}
