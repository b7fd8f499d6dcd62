package waggle.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.http.Hostile;
import waggle.model.ErrorCode;
import waggle.model.WaggleException;

class TextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\t",
                "\n",
                "\r",
                "\f",
                "\u000B",
                "\u001C",
                "\u0085",
                "\u00A0",
                "\u1680",
                "\u2003",
                "\u2007",
                "\u2028",
                "\u2029",
                "\u202F",
                "\u205F",
                "\u3000",
                "\u200B",
                "\uFEFF",
                " \u00A0\u200B\n"
            })
    void whiteSpace_aroundAText_isTrimmed(String space) {
        assertThat(trimmed(space + "a" + space + "b" + space)).isEqualTo("a" + space + "b");
        assertThat(trimmed(space)).isEmpty();
        assertThat(Texts.words(space + "a" + space + "b" + space)).containsExactly("a", "b");
        assertThat(Texts.words(space)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u200D", "\u2060", "\0", "\u202E", "🐝", "e\u0301", "_"})
    void anyOtherCharacter_isKept(String text) {
        assertThat(trimmed(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDC1D", "\uDC1D\uD83D", "a\uD83D", "\uD83Da", "🐝\uD83D"})
    void loneSurrogate_isRefused(String text) {
        assertThatThrownBy(() -> trimmed(text)).isInstanceOfSatisfying(WaggleException.class, e -> assertThat(e.code())
                .isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void hostileText_hasNoWhiteSpaceAroundItsWords() {
        assertThat(Hostile.TEXTS).allSatisfy(text -> assertThat(Texts.words(text))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(word).isNotEmpty().doesNotContainAnyWhitespaces()));
    }

    private static String trimmed(String text) {
        return Texts.trimmed(TextNode.valueOf(text)).textValue();
    }
}
