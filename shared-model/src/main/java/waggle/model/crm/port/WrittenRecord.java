package waggle.model.crm.port;

import org.jspecify.annotations.Nullable;

/**
 * The reply to a write.
 *
 * @param record as the CRM stored it, with at least the fields that were written
 * @param requestId the provider's identifier of the call; null without one
 */
public record WrittenRecord(RemoteRecord record, @Nullable String requestId) {}
