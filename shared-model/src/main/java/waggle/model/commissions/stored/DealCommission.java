package waggle.model.commissions.stored;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Introspected;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import waggle.model.commissions.engine.CommissionState;
import waggle.model.declaration.Resource;

/**
 * What is remembered of the commissions of a deal; the record has the uuid of the deal. Its version decides which of two
 * calculations at the same time is written.
 *
 * @param state what the calculation remembers
 * @param payments the uuids of all payments that calculations made, 16 bytes each, in Base64
 * @param isPending whether payments are still to be made
 * @param concerns the volumes whose other deals are to be calculated again
 * @param dueAt when the deal is to be calculated again: at once if it is pending, soon if it concerns others, or when the next
 *     payment accrues
 */
@Introspected
public record DealCommission(
        CommissionState state,
        String payments,
        boolean isPending,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<VolumeConcern> concerns,
        @Nullable Instant dueAt) {
    /** The most payments of one deal. */
    public static final int MOST_PAYMENTS = 5_000;

    public static final Resource<DealCommission> RESOURCE = Resource.named(
                    "deal_commission", "deal-commissions", DealCommission.class, commission -> "commission")
            .stores(as -> as.asText("state"))
            .due(DealCommission::dueAt)
            .rule(new RulesInUse())
            .derived()
            .build();

    private static final int BYTES = 16;

    /** What is remembered of a deal that was never calculated. */
    public static final DealCommission NONE = new DealCommission(CommissionState.NEW, "", false, List.of(), null);

    public DealCommission {
        concerns = listed(concerns);
    }

    /** Records of earlier releases have none. */
    private static List<VolumeConcern> listed(@Nullable List<VolumeConcern> concerns) {
        return concerns == null ? List.of() : List.copyOf(concerns);
    }

    /** The payments, the oldest first. */
    public List<UUID> paymentUuids() {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(payments));
        var uuids = new ArrayList<UUID>();
        while (bytes.hasRemaining()) {
            uuids.add(new UUID(bytes.getLong(), bytes.getLong()));
        }
        return uuids;
    }

    /** The text of uuids in {@code payments}. */
    public static String encoded(List<UUID> uuids) {
        var bytes = ByteBuffer.allocate(uuids.size() * BYTES);
        uuids.forEach(uuid -> bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits()));
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
