package waggle.cloud;

import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.hubspot.HubSpotFake;
import waggle.cloud.crm.pipedrive.PipedriveFake;
import waggle.cloud.crm.salesforce.SalesforceFake;
import waggle.model.crm.mapping.Provider;

/** CRMs in memory, for those who have no account of one. */
public final class CrmFakes implements AutoCloseable {
    /** The number of CRMs: each has a port. */
    public static final int COUNT = Provider.values().length;

    private static final String HUBSPOT_TOKEN = "pat-local-1";
    private static final String PIPEDRIVE_TOKEN = "local-1";
    private static final String CONSUMER_KEY = "local-app";
    private static final String CONSUMER_SECRET = "local-secret-1";

    private final Map<Provider, FakeCrm> fakes;

    private CrmFakes(Map<Provider, FakeCrm> fakes) {
        this.fakes = fakes;
    }

    /**
     * Starts the CRMs, without records.
     *
     * @param port of the first CRM, while the others have the next ones; 0 for free ones
     */
    public static CrmFakes start(int port) {
        var fakes = new EnumMap<Provider, FakeCrm>(Provider.class);
        for (var provider : Provider.values()) {
            fakes.put(provider, start(provider, port == 0 ? 0 : port + fakes.size()));
        }
        return new CrmFakes(fakes);
    }

    private static FakeCrm start(Provider provider, int port) {
        var clock = Clock.systemUTC();
        return switch (provider) {
            case HUBSPOT -> HubSpotFake.start(port, HUBSPOT_TOKEN, clock);
            case PIPEDRIVE -> PipedriveFake.start(port, PIPEDRIVE_TOKEN, clock);
            case SALESFORCE -> SalesforceFake.start(port, CONSUMER_KEY, CONSUMER_SECRET, clock);
        };
    }

    /** The credentials of a connection to a CRM in memory, as JSON. */
    public static String credentials(Provider provider) {
        return switch (provider) {
            case HUBSPOT -> "{\"token\":\"%s\"}".formatted(HUBSPOT_TOKEN);
            case PIPEDRIVE -> "{\"token\":\"%s\"}".formatted(PIPEDRIVE_TOKEN);
            case SALESFORCE ->
                "{\"my_domain\":\"https://acme.my.salesforce.com\",\"consumer_key\":\"%s\",\"consumer_secret\":\"%s\"}"
                        .formatted(CONSUMER_KEY, CONSUMER_SECRET);
        };
    }

    /** Adds three companies to each CRM. */
    public void addSamples() {
        add(
                Provider.HUBSPOT,
                "companies",
                List.of(
                        Map.of("name", "Northwind Resellers", "domain", "northwind.example", "phone", "+49 30 1234"),
                        Map.of(
                                "name",
                                "Contoso Partners",
                                "domain",
                                "contoso.example",
                                "website",
                                "https://contoso.example"),
                        Map.of("name", "Fabrikam", "domain", "fabrikam.example", "description", "Sells to schools")));
        add(
                Provider.PIPEDRIVE,
                "organizations",
                List.of(
                        Map.of("name", "Northwind Resellers"),
                        Map.of("name", "Contoso Partners", "website", "https://contoso.example"),
                        Map.of("name", "Fabrikam")));
        add(
                Provider.SALESFORCE,
                "Account",
                List.of(
                        Map.of("Name", "Northwind Resellers", "Phone", "+49 30 1234"),
                        Map.of("Name", "Contoso Partners", "Website", "https://contoso.example"),
                        Map.of("Name", "Fabrikam", "Description", "Sells to schools")));
    }

    private void add(Provider provider, String object, List<Map<String, String>> records) {
        records.forEach(values -> of(provider).account().add(object, values));
    }

    /** The server of a CRM. */
    public FakeCrm of(Provider provider) {
        return Objects.requireNonNull(fakes.get(provider));
    }

    /** The addresses of the CRMs. */
    public Map<Provider, URI> urls() {
        return fakes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, fake -> fake.getValue()
                .url()));
    }

    @Override
    public void close() {
        fakes.values().forEach(FakeCrm::close);
    }
}
