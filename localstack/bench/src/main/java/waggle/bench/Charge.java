package waggle.bench;

/**
 * The charge of one request (Amazon DynamoDB Developer Guide, "DynamoDB read and write operations").
 *
 * @param read read capacity units
 * @param write write capacity units
 */
record Charge(double read, double write) {

    double sum() {
        return read + write;
    }
}
