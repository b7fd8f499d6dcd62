package waggle.delivery;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Decodes the start of a reply's body for people to read. */
final class ReplyText {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]");

    private ReplyText() {}

    /** Drops control characters and a character cut off at the end, and replaces bytes that are not UTF-8. */
    static String from(byte[] bytes, int length) {
        var text = CharBuffer.allocate(length);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(bytes, 0, length), text, false);
        return CONTROL.matcher(text.flip()).replaceAll("");
    }
}
