package waggle.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import waggle.model.lists.FoldedText;

/** The forms in which texts are compared, searched and stored (docs/api.md, "Uniqueness", "Lists", "Texts"). */
class TextFormsTest {
    @ParameterizedTest
    @CsvSource({
        "MAẞ, maß, true",
        "maß, MASS, true",
        "ΟΔΟΣ, οδος, true",
        "ＡＢＣ, abc, true",
        "ﬁt, FIT, true",
        "Resume, Résumé, false",
        "かき, かぎ, false",
        "ısı, isi, false"
    })
    void unique_ignoresCaseOnly(String one, String other, boolean areEqual) {
        assertThat(CaseFolding.of(one).equals(CaseFolding.of(other))).isEqualTo(areEqual);
    }

    @ParameterizedTest
    @CsvSource({"2, ab, ab", "1, ab, a", "1, 😀😀, 😀", "0, a, ''"})
    void beginning_ofAText_hasWholeCodePoints(int most, String text, String expected) {
        assertThat(CodePoints.first(most, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "GROẞE, große, true",
        "Élan, elan, true",
        "O’Brien, O'Brien, true",
        "Jean‑Luc, jean-luc, true",
        "Έλλη, ελλη, true",
        "йога, иога, true",
        "かき, かぎ, false",
        "ｶﾞ, ガ, true",
        "की, क, false"
    })
    void search_ignoresCaseAccentsAndKindsOfHyphens(String one, String other, boolean areEqual) {
        assertThat(FoldedText.of(one).equals(FoldedText.of(other))).isEqualTo(areEqual);
    }

    @ParameterizedTest
    @CsvSource({
        "info@müller.example, info@xn--mller-kva.example",
        "info@MÜLLER.Example, info@xn--mller-kva.Example",
        "Info@Example.com, Info@Example.com",
        "info@faß.example, info@xn--fa-hia.example",
        "info@例え。テスト, info@xn--r8jz45g.xn--zckzah",
        "info@müller, info@müller",
        "info@mü_ller.example, info@mü_ller.example"
    })
    void email_isStoredInAscii(String written, String stored) {
        assertThat(Formats.written(Formats.EMAIL).orElseThrow().toStored(written))
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "müller.example, xn--mller-kva.example",
        "xn--mller-kva.example, xn--mller-kva.example",
        "Müller.example, Müller.example",
        "ドメイン.例え.テスト, xn--eckwd4c7c.xn--r8jz45g.xn--zckzah",
        "παράδειγμα.δοκιμή, xn--hxajbheg2az3al.xn--jxalpdlp"
    })
    void domain_isStoredInAscii(String written, String stored) {
        assertThat(Formats.written(Formats.DOMAIN).orElseThrow().toStored(written))
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 0xA0, 0xAD, 0x200B, 0x200D, 0x202E, 0x2060, 0x3000, 0xFEFF, 0xFE0F, 0x34F, 0x3164, 0x2800, 0xE0001
            })
    void identifier_withInvisibleCharacter_isRefused(int invisible) {
        assertThat("an%sn@e.example".formatted(Character.toString(invisible))).doesNotMatch(Formats.EMAIL);
        assertThat("001%sA".formatted(Character.toString(invisible))).doesNotMatch(ExternalIds.IDENTIFIERS);
    }

    @ParameterizedTest
    @CsvSource({"XK, ''", "DE, ''", "UK, GB", "DEU, DE", "de, DE", "EL, GR", "ZZ, ?", "Germany, ?"})
    void country_thatIsNone_isToldANearMiss(String code, String meant) {
        var faults = Formats.country("country_code", code);

        if (meant.isEmpty()) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults.getFirst().message())
                    .isEqualTo(Formats.COUNTRY_EXPECTED + (meant.equals("?") ? "" : "; did you mean " + meant + "?"));
        }
    }

    @ParameterizedTest
    @CsvSource({"EUR, true", "XOF, true", "CLF, true", "XXX, false", "XAU, false", "DEM, false", "HRK, false"})
    void currency_isOneInUse(String code, boolean isInUse) {
        assertThat(Formats.currency("currency_code", code).isEmpty()).isEqualTo(isInUse);
    }
}
