package waggle.model.status;

import java.util.BitSet;

/** Some of the 1,440 minutes of a day in UTC: one bit each, 180 bytes at most. */
public final class Minutes {
    /** The minutes of a day in UTC. */
    public static final int OF_A_DAY = 1_440;

    /** No minute. */
    public static final Minutes NONE = new Minutes(new BitSet());

    private final BitSet bits;

    private Minutes(BitSet bits) {
        this.bits = bits;
    }

    /** The minutes whose bits are set, the first minute in the lowest bit of the first byte. */
    public static Minutes of(byte[] bytes) {
        return new Minutes(BitSet.valueOf(bytes));
    }

    byte[] bytes() {
        return bits.toByteArray();
    }

    Minutes with(int minute) {
        var more = (BitSet) bits.clone();
        more.set(minute);
        return new Minutes(more);
    }

    /** The number of these minutes from one minute of the day to another, which is not included. */
    int count(int from, int to) {
        return bits.get(from, to).cardinality();
    }
}
