package waggle.cloud.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names of people and companies: each number has another one, up to all combinations of two word lists. */
final class Names {
    /** Primes above the number of combinations, so that a walk with such steps meets each combination once. */
    private static final List<Integer> STEPS = List.of(7_919, 7_927, 7_933, 7_937);

    private final List<String> firsts;
    private final List<String> seconds;
    private final int begin;
    private final int step;

    private Names(long seed, String firsts, String seconds) {
        this.firsts = Words.of(firsts);
        this.seconds = Words.of(seconds);
        var seeded = new Seeded(seed, firsts, 0);
        begin = seeded.below(this.firsts.size() * this.seconds.size());
        step = seeded.one(STEPS);
    }

    static Names people(long seed) {
        return new Names(seed, "first names", "last names");
    }

    static Names partners(long seed) {
        return new Names(seed, "partner first words", "partner second words");
    }

    static Names buyers(long seed) {
        return new Names(seed, "buyer first words", "buyer second words");
    }

    String first(int number) {
        return firsts.get(index(number) % firsts.size());
    }

    String second(int number) {
        return seconds.get(index(number) / firsts.size());
    }

    String whole(int number) {
        return first(number) + " " + second(number);
    }

    /** A domain that is reserved for examples (RFC 2606). */
    String domain(int number) {
        return ascii(whole(number)).replace(' ', '-') + ".example";
    }

    /** The part of an e-mail address before the {@code @}. */
    String mailbox(int number) {
        return ascii(first(number)) + "." + ascii(second(number));
    }

    private int index(int number) {
        return Math.floorMod(begin + number * step, firsts.size() * seconds.size());
    }

    /** {@code lukasz} for {@code Łukasz}: letters that Unicode does not decompose are replaced first. */
    private static String ascii(String text) {
        var replaced = text.toLowerCase(Locale.ROOT)
                .replace('ł', 'l')
                .replace('ø', 'o')
                .replace('ı', 'i')
                .replace("ß", "ss");
        return Normalizer.normalize(replaced, Normalizer.Form.NFKD).replaceAll("[^a-z -]", "");
    }
}
