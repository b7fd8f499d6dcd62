package waggle.bench.capacity;

/**
 * The charge of one request (Amazon DynamoDB Developer Guide, "DynamoDB read and write operations").
 *
 * @param read read capacity units
 * @param write write capacity units
 */
public record Charge(double read, double write) {

    public double sum() {
        return read + write;
    }
}
