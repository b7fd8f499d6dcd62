package waggle.cloud.demo;

/**
 * How many records a demo has.
 *
 * @param partners 1 to {@value #MOST}; the other records are in proportion
 */
public record DemoSize(int partners) {
    public static final int DEFAULT = 40;

    /** The names of companies are enough for so many partners. */
    public static final int MOST = 100;

    public int contacts() {
        return partners * 15 / 2;
    }

    public int leads() {
        return partners * 15;
    }

    public int deals() {
        return partners * 10;
    }
}
