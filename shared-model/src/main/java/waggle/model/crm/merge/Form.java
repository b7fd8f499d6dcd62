package waggle.model.crm.merge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a mapped field holds, and when two texts of it are the same value. */
public enum Form {
    TEXT {
        @Override
        String normal(String text, int scale) {
            return text;
        }
    },
    /** E-mail addresses and domains: providers lower-case them. */
    NAME {
        @Override
        String normal(String text, int scale) {
            return text.toLowerCase(Locale.ROOT);
        }
    },
    /** URLs: providers add and drop the last slash. */
    URL {
        @Override
        String normal(String text, int scale) {
            var lower = text.toLowerCase(Locale.ROOT);
            return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
        }
    },
    /** Decimals, equal at the scale of the mapping. */
    NUMBER {
        @Override
        String normal(String text, int scale) {
            try {
                var number = new BigDecimal(text);
                return Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER
                        ? text
                        : number.setScale(scale, RoundingMode.HALF_UP).toPlainString();
            } catch (NumberFormatException notANumber) {
                return text;
            }
        }
    },
    /** Dates; a provider may send one as midnight in UTC. */
    DATE {
        @Override
        String normal(String text, int scale) {
            return text.length() > ISO_DATE && text.charAt(ISO_DATE) == 'T' ? text.substring(0, ISO_DATE) : text;
        }
    },
    /** True or false. */
    FLAG {
        @Override
        String normal(String text, int scale) {
            return text.toLowerCase(Locale.ROOT);
        }
    },
    /** Times, equal to the second, the coarsest precision of a provider. */
    TIME {
        @Override
        String normal(String text, int scale) {
            try {
                return second(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException notATime) {
                return text;
            }
        }
    };

    private static final int ISO_DATE = 10;

    /** Digits of the longest number that is compared as one: more would take memory and time to write out. */
    private static final int LONGEST_NUMBER = 100;

    /** The normal form of a text that is neither blank nor surrounded by white space. */
    abstract String normal(String text, int scale);

    /** Whether two texts are the same value. */
    boolean same(String one, String other, int scale) {
        return of(one, scale).equals(of(other, scale));
    }

    /** Whether a CRM may have made one text of the other by rounding, trimming or cutting it. */
    boolean isShortened(String sent, String stored, int scale) {
        var kept = of(stored, scale);
        return !kept.isEmpty()
                && (this == TEXT || this == URL)
                && of(sent, scale).startsWith(kept);
    }

    private String of(String text, int scale) {
        var stripped = text.strip();
        return stripped.isEmpty() ? "" : normal(stripped, scale);
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC).toString();
    }
}
