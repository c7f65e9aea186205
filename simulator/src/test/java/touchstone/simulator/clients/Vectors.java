package touchstone.simulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;

/** Compares vectors that went over the wire. */
final class Vectors {

    private static final Offset<Float> TOLERANCE = Offset.offset(1e-6f);

    private Vectors() {}

    static void same(float[] expected, List<Float> actual) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual.get(i)).isCloseTo(expected[i], TOLERANCE);
        }
    }
}
