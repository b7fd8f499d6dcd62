package waggle.cloud.crm.salesforce;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waggle.cloud.crm.fake.FakeRecord;

/** Parses the part of SOQL that applications use to read records: one object, comparisons, an order and a limit. */
final class Soql {
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.)*'|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z|[A-Za-z_][A-Za-z0-9_]*|[0-9]+|<=|>=|!=|[=<>(),]");

    private final List<String> tokens;
    private final HashSet<String> used = new HashSet<>();
    private int at;

    /**
     * A query.
     *
     * @param used all columns of it, for a check against the object
     */
    record Query(
            List<String> columns,
            String object,
            Predicate<FakeRecord> where,
            Comparator<FakeRecord> order,
            long limit,
            HashSet<String> used) {}

    private Soql(String text) {
        tokens = TOKEN.matcher(text).results().map(match -> match.group()).toList();
    }

    /** @throws IllegalArgumentException if it is malformed */
    static Query parse(String text) {
        return new Soql(text).query();
    }

    private Query query() {
        expect("SELECT");
        var columns = new ArrayList<String>();
        do {
            columns.add(next());
        } while (isNext(","));
        used.addAll(columns);
        expect("FROM");
        var object = next();
        Predicate<FakeRecord> where = isNext("WHERE") ? any() : record -> true;
        Comparator<FakeRecord> order = Comparator.comparing(FakeRecord::id);
        if (isNext("ORDER")) {
            expect("BY");
            order = order();
        }
        var limit = isNext("LIMIT") ? Long.parseLong(next()) : Long.MAX_VALUE;
        if (at < tokens.size()) {
            throw new IllegalArgumentException("unexpected token: " + tokens.get(at));
        }
        return new Query(columns, object, where, order, limit, used);
    }

    private Comparator<FakeRecord> order() {
        var order = column(next());
        while (isNext(",")) {
            order = order.thenComparing(column(next()));
        }
        return isNext("DESC") ? order.reversed() : order;
    }

    private Comparator<FakeRecord> column(String name) {
        used.add(name);
        return Comparator.comparing(record -> Objects.requireNonNullElse(SalesforceAccount.value(record, name), ""));
    }

    private Predicate<FakeRecord> any() {
        var either = all();
        while (isNext("OR")) {
            either = either.or(all());
        }
        return either;
    }

    private Predicate<FakeRecord> all() {
        var both = condition();
        while (isNext("AND")) {
            both = both.and(condition());
        }
        return both;
    }

    private Predicate<FakeRecord> condition() {
        if (isNext("(")) {
            var inner = any();
            expect(")");
            return inner;
        }
        var name = next();
        used.add(name);
        if (isNext("IN")) {
            expect("(");
            var values = new HashSet<String>();
            do {
                values.add(text(next()));
            } while (isNext(","));
            expect(")");
            return record -> values.contains(SalesforceAccount.value(record, name));
        }
        var operator = next();
        var wanted = next();
        return record -> compares(SalesforceAccount.value(record, name), operator, wanted);
    }

    /** Texts compare without case, times as times. A missing value equals nothing but null. */
    private static boolean compares(@Nullable String value, String operator, String wanted) {
        if (value == null || wanted.equals("null")) {
            return (value == null && wanted.equals("null")) == operator.equals("=") && wanted.equals("null");
        }
        var isTime = wanted.endsWith("Z") && Character.isDigit(wanted.charAt(0));
        var compared = isTime
                ? OffsetDateTime.parse(value.replace("+0000", "Z"))
                        .toInstant()
                        .compareTo(OffsetDateTime.parse(wanted).toInstant())
                : value.compareToIgnoreCase(text(wanted));
        return switch (operator) {
            case "=" -> compared == 0;
            case "!=" -> compared != 0;
            case ">" -> compared > 0;
            case ">=" -> compared >= 0;
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            default -> throw new IllegalArgumentException("unexpected operator: " + operator);
        };
    }

    private static String text(String token) {
        return token.startsWith("'") ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1") : token;
    }

    private String next() {
        if (at == tokens.size()) {
            throw new IllegalArgumentException("unexpected end of the query");
        }
        return tokens.get(at++);
    }

    private boolean isNext(String word) {
        var found = at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
        at += found ? 1 : 0;
        return found;
    }

    private void expect(String word) {
        if (!isNext(word)) {
            throw new IllegalArgumentException("expected " + word);
        }
    }
}
