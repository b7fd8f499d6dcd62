package waggle.platform.aws;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.mapping.Provider;

/**
 * The settings of a function that takes part in the synchronisation with CRMs.
 *
 * @param region AWS region, as Lambda names it
 * @param queue URL of the FIFO queue of the synchronisation
 * @param sqs endpoint of SQS; only in a local cloud
 * @param fakes addresses of CRMs in memory, which take the place of the real ones; only in a local cloud
 */
public record CrmSettings(
        String region, String queue, @Nullable URI sqs, Map<Provider, URI> fakes) {
    public static final String QUEUE = "WAGGLE_CRM_QUEUE";

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost");

    /**
     * Credentials go to a CRM in memory on the same machine only.
     *
     * @throws IllegalArgumentException if a CRM in memory is at another address than the loopback address
     */
    public CrmSettings {
        fakes = Map.copyOf(fakes);
        fakes.values().forEach(address -> {
            if (!"http".equals(address.getScheme()) || !LOOPBACK.contains(address.getHost())) {
                throw new IllegalArgumentException("A CRM in memory must be at http://127.0.0.1, not at " + address);
            }
        });
    }

    /**
     * Reads the environment variables of a function.
     *
     * @throws NullPointerException when a required variable is missing
     */
    public static CrmSettings from(UnaryOperator<@Nullable String> environment) {
        var fakes = new EnumMap<Provider, URI>(Provider.class);
        for (var provider : Provider.values()) {
            var address = uri(environment.apply(variable(provider)));
            if (address != null) {
                fakes.put(provider, address);
            }
        }
        return new CrmSettings(
                Settings.required(environment, Settings.REGION),
                Settings.required(environment, QUEUE),
                uri(environment.apply(QueueSettings.ENDPOINT)),
                fakes);
    }

    /** The environment variable with the address of a CRM in memory, like {@code WAGGLE_HUBSPOT_URL}. */
    public static String variable(Provider provider) {
        return "WAGGLE_" + provider.name() + "_URL";
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }
}
