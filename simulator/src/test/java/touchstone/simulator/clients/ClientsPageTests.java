package touchstone.simulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientsPageTests {

    private static final Client ONE = new Named("one");
    private static final Client TWO = new Named("two");

    private record Named(String name) implements Client {
        @Override
        public Findings meet(Bench bench) {
            throw new UnsupportedOperationException();
        }
    }

    private static Findings working(String version) {
        Findings findings = new Findings(version);
        Arrays.stream(Feature.values()).forEach(feature -> findings.put(feature, new Finding.Works("")));
        return findings;
    }

    @Test
    void keepsTheColumnOfAClientThatDidNotRun() {
        String before = ClientsPage.of(List.of(ONE, TWO), Map.of(ONE, working("1.0"), TWO, working("2.0")), "")
                .markdown();
        String now = ClientsPage.of(List.of(ONE, TWO), Map.of(ONE, working("1.0")), before)
                .markdown();
        assertThat(now).isEqualTo(before).contains("| version | 1.0 | 2.0 |");
    }

    @Test
    void saysWhoNeverRan() {
        String now = ClientsPage.of(List.of(ONE, TWO), Map.of(ONE, working("1.0")), "")
                .markdown();
        assertThat(now).contains("| version | 1.0 | not run |").contains("| 500 | works | not run |");
    }

    @Test
    void showsWhatChanged() {
        String before =
                ClientsPage.of(List.of(ONE), Map.of(ONE, working("1.0")), "").markdown();
        Findings other = working("1.0");
        other.put(Feature.CLEAN_END, new Finding.Differs("no error"));
        String now = ClientsPage.of(List.of(ONE), Map.of(ONE, other), before).markdown();
        assertThat(now).isNotEqualTo(before).contains("| differs: no error |");
    }
}
