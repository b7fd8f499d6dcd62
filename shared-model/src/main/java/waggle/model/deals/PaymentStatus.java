package waggle.model.deals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The states of a payment, and the moves between them (docs/api.md, "Payments"). */
public enum PaymentStatus {
    /** The payment waits for its approval. */
    PENDING,
    /** The payment may be paid. */
    APPROVED,
    /** The payment is being paid. */
    PROCESSING,
    /** The payment is paid. This is the end. */
    COMPLETED,
    /** The payment could not be paid. */
    FAILED,
    /** The payment is not to be paid. This is the end. */
    CANCELLED;

    /** The states that a payment in this one can get. */
    public List<PaymentStatus> next() {
        return switch (this) {
            case PENDING -> List.of(APPROVED, CANCELLED);
            case APPROVED -> List.of(PROCESSING, CANCELLED);
            case PROCESSING -> List.of(COMPLETED, FAILED);
            case FAILED -> List.of(PROCESSING, CANCELLED);
            case COMPLETED, CANCELLED -> List.of();
        };
    }

    /** Whether the payment can still be paid: it is neither completed nor cancelled. */
    public boolean isOpen() {
        return this != COMPLETED && this != CANCELLED;
    }

    /** Whether the payment can still change: nobody has begun to pay it. */
    public boolean isChangeable() {
        return this == PENDING || this == APPROVED;
    }

    /** The moves from this state, for a sentence: {@code it can become approved or cancelled}. */
    String moves() {
        return next().isEmpty()
                ? "it stays so"
                : "it can become " + next().stream().map(PaymentStatus::word).collect(Collectors.joining(" or "));
    }

    /** The state as clients write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
