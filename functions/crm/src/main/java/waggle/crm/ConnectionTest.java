package waggle.crm;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waggle.model.crm.stored.CrmConnection;

/**
 * The outcome of a test of a connection.
 *
 * @param ok whether the credentials work and nothing is missing
 * @param remoteAccount the account that the credentials belong to; null if they do not work
 * @param missing the CRM's objects of the mappings that the credentials cannot read, and {@code owners} where its users are mapped
 * @param message what is wrong, in the CRM's words; null if nothing is
 */
@Introspected
public record ConnectionTest(
        boolean ok,
        CrmConnection.@Nullable Account remoteAccount,
        List<String> missing,
        @Nullable String message) {}
