package waggle.delivery;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes text for people from the beginning of a reply's body, whatever that is. */
final class ReplyText {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]");

    private ReplyText() {}

    /** A character that the end of the bytes cuts in two is left out; other bytes that are no UTF-8 are replaced. */
    static String of(byte[] bytes, int length) {
        var text = CharBuffer.allocate(length);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(bytes, 0, length), text, false);
        return CONTROL.matcher(text.flip()).replaceAll("");
    }
}
