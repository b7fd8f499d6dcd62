package waggle.logs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line: a generator escapes every line break. */
final class LogLine {
    /** A line must stay below the 256 KB of one event (Amazon CloudWatch Logs quotas), with every character escaped. */
    private static final int LONGEST_TEXT = 16_384;

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /** Adds a field; a name that is there already keeps its first value. */
    LogLine add(String name, @Nullable Object value) {
        fields.putIfAbsent(name, value);
        return this;
    }

    /** The line in UTF-8, with a line break at its end. */
    byte[] bytes() {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            write(out, fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("IfChainToSwitch") // the first switch over patterns loads 38 classes in a start
    private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (var entry : map.entrySet()) {
                out.writeFieldName(String.valueOf(entry.getKey()));
                write(out, entry.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof Collection<?> list) {
            out.writeStartArray();
            for (var element : list) {
                write(out, element);
            }
            out.writeEndArray();
        } else if (value instanceof Long || value instanceof Integer) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else {
            out.writeString(cut(String.valueOf(value)));
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
