package waggle.cloud;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import waggle.cloud.crm.fake.FakeCrm;
import waggle.cloud.crm.hubspot.HubSpotFake;

/** CRMs in memory with sample records, for those who have no account of one. */
public final class CrmFakes implements AutoCloseable {
    /** The key of the HubSpot in memory. */
    public static final String HUBSPOT_TOKEN = "pat-local-1";

    private static final List<Map<String, String>> COMPANIES = List.of(
            Map.of("name", "Northwind Resellers", "domain", "northwind.example", "phone", "+49 30 1234"),
            Map.of("name", "Contoso Partners", "domain", "contoso.example", "website", "https://contoso.example"),
            Map.of("name", "Fabrikam", "domain", "fabrikam.example", "description", "Sells to schools"));

    private final FakeCrm hubSpot;

    private CrmFakes(FakeCrm hubSpot) {
        this.hubSpot = hubSpot;
    }

    /**
     * Starts the CRMs.
     *
     * @param port of the HubSpot in memory, or 0 for a free one
     */
    public static CrmFakes start(int port) {
        var hubSpot = HubSpotFake.start(port, HUBSPOT_TOKEN, Clock.systemUTC());
        COMPANIES.forEach(company -> hubSpot.account().add("companies", company));
        return new CrmFakes(hubSpot);
    }

    /** The address of the HubSpot in memory. */
    public URI hubSpot() {
        return hubSpot.url();
    }

    @Override
    public void close() {
        hubSpot.close();
    }
}
