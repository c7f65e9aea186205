package touchstone.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTests {

    @Test
    void readsLikeANumberOfAPerson() {
        assertThat(Figures.number(0.012_34)).isEqualTo("0.0123");
        assertThat(Figures.number(1.2667)).isEqualTo("1.27");
        assertThat(Figures.number(150)).isEqualTo("150");
        assertThat(Figures.number(91_842)).isEqualTo("91,842");
        assertThat(Figures.number(Double.NaN)).isEqualTo("not measured");
    }

    @Test
    void turnsSharesIntoPercentages() {
        assertThat(Figures.measured(0.7857, "share of retries")).isEqualTo("78.6 % of retries");
        assertThat(Figures.measured(3.05, "calls per item")).isEqualTo("3.05 calls per item");
    }

    @Test
    void saysHowMuchWasCut() {
        assertThat(Figures.clip("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Figures.clip("abcdef", 2)).isEqualTo("ab ... (4 more characters)");
    }

    @Test
    void keepsADateThatItCannotRead() {
        assertThat(Figures.date("2026-04-01T09:30:00Z")).isEqualTo("1 April 2026, 09:30 UTC");
        assertThat(Figures.date("yesterday")).isEqualTo("yesterday");
    }

    @Test
    void showsControlsInsteadOfObeyingThem() {
        assertThat(Visible.of("a\n\tb")).isEqualTo("a\n\tb");
        assertThat(Visible.of("\u0000\u001b\u007f\u202e\ud800")).isEqualTo("\u2400\u241b\ufffd\ufffd\ufffd");
        assertThat(Visible.of("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
    }
}
