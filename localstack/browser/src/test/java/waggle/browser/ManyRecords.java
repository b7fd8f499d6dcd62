package waggle.browser;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import waggle.cloud.Cloud;
import waggle.model.PartnerType;
import waggle.model.deals.Deal;
import waggle.model.deals.DealBuilder;
import waggle.model.declaration.Resource;
import waggle.model.leads.Lead;
import waggle.model.leads.LeadBuilder;
import waggle.model.partners.Partner;
import waggle.model.partners.PartnerBuilder;
import waggle.model.records.Entity;
import waggle.model.write.BulkRecords;
import waggle.platform.aws.Clients;

/** Writes what inserts would have left for lists, without their requests. */
public record ManyRecords(ConsoleCloud console, UUID company) {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> WORDS = List.of("Café", "Fjord", "Harbour", "Ridge", "Alder", "Quarry", "Delta");

    public void write(int partners, int leads, int deals) throws Exception {
        var partnerStages = stages("partner");
        var dealStages = stages("deal");
        write(Partner.RESOURCE, partners, number -> PartnerBuilder.builder()
                .name(name(number))
                .partnerType(PartnerType.values()[number % PartnerType.values().length])
                .stageUuid(partnerStages.get(number % partnerStages.size()))
                .build());
        write(Lead.RESOURCE, leads, number -> LeadBuilder.builder()
                .companyName(name(number))
                .estimatedValue(BigDecimal.valueOf(1_000L + number))
                .currencyCode("USD")
                .build());
        write(Deal.RESOURCE, deals, number -> DealBuilder.builder()
                .label(name(number))
                .dealValue(BigDecimal.valueOf(1_000L + number))
                .currencyCode("USD")
                .stageUuid(dealStages.get(number % dealStages.size()))
                .build());
    }

    private List<UUID> stages(String kind) throws Exception {
        return console.get("/stages?kind=" + kind).findValuesAsText("uuid").stream()
                .map(UUID::fromString)
                .toList();
    }

    private static String name(int number) {
        return WORDS.get(number % WORDS.size()) + " " + number;
    }

    private <T> void write(Resource<T> resource, int count, IntFunction<T> value) {
        var settings = console.cloud().settings();
        try (var client = Clients.dynamoDb(settings, StaticCredentialsProvider.create(Cloud.CREDENTIALS))) {
            var bulk = new BulkRecords<>(client, settings.table(), company, resource, count, number -> {
                var made = FIRST.plusSeconds(number);
                return new Entity<>(BulkRecords.uuid(made.toEpochMilli(), number), value.apply(number), made, made, 1);
            });
            bulk.writeSegments();
            bulk.writeRecords(0, count);
        }
    }
}
