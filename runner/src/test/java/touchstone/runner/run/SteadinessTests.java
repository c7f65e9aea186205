package touchstone.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static touchstone.runner.fixtures.Recordings.aRecording;

import java.util.List;
import org.junit.jupiter.api.Test;
import touchstone.runner.Outcome;
import touchstone.runner.lab.Day;
import touchstone.runner.run.RunLog.ItemRecord;

class SteadinessTests {

    @Test
    void leavesAQuietRunAlone() {
        Recording quiet = aRecording().build();

        assertThat(Steadiness.check(quiet)).isSameAs(quiet);
    }

    @Test
    void callsALateDriverOurFault() {
        assertThat(cause(aRecording().driverLate(300_000).build())).contains("too busy to send", "300 ms", "again");
    }

    @Test
    void callsALateSimulatorOurFault() {
        assertThat(cause(aRecording().simulatorLate(400_000).build())).contains("simulated model", "400 ms", "again");
    }

    @Test
    void callsDriftOfTheReferenceOurFault() {
        Recording drifted = aRecording()
                .references(List.of(1.0, 2.0, 3.0), List.of(80.0, 90.0, 100.0))
                .build();

        assertThat(cause(drifted)).contains("88 ms", "reference", "again");
    }

    @Test
    void doesNotBlameTheDriverForWhatWaitedForARestart() {
        Recording waited = restarted(1_500_000, 1_510_000);

        assertThat(Steadiness.check(waited)).isSameAs(waited);
        assertThat(Steadiness.driverLatenesses(waited)).contains(0.0, 10.0);
    }

    @Test
    void blamesTheDriverThatIsLateWhenTheProgramIsBack() {
        assertThat(cause(restarted(1_500_000, 2_500_000))).contains("too busy to send");
    }

    /** Restarted at noon: the first item of the afternoon is sent at one time, those that follow at another. */
    private static Recording restarted(long firstMicros, long othersMicros) {
        Recording plain = aRecording().build();
        List<Day.Phase> phases = List.of(
                plain.log().phases().getFirst(),
                new Day.Phase("afternoon", "Afternoon", "", 1_000_000, 2_000_000, true));
        List<ItemRecord> items = plain.log().items().stream()
                .map(record -> record.item().phase().equals("morning")
                        ? record
                        : sent(record, record.item().id().equals("i5") ? firstMicros : othersMicros))
                .toList();
        return new Recording(
                plain.outcome(), new RunLog(plain.log().header(), phases, items), plain.session(), plain.ledger(), "");
    }

    private static ItemRecord sent(ItemRecord record, long micros) {
        long later = Math.max(micros, record.item().arrivalMicros());
        return new ItemRecord(record.item(), later, later + 900, later + 1_000, record.reply());
    }

    @Test
    void forgivesOneSlowReferenceCall() {
        Recording once = aRecording()
                .references(List.of(1.0, 2.0, 3.0), List.of(1.0, 2.0, 900.0))
                .build();

        assertThat(Steadiness.check(once)).isSameAs(once);
    }

    @Test
    void neverExcusesAProgramThatFailed() {
        Recording failed = aRecording()
                .ended(new Outcome.SolutionFailed("It ended."))
                .driverLate(900_000)
                .build();

        assertThat(Steadiness.check(failed)).isSameAs(failed);
    }

    @Test
    void saysTheSameInOutcomeAndSession() {
        Recording disturbed = Steadiness.check(aRecording().driverLate(300_000).build());

        assertThat(disturbed.session().outcome()).isEqualTo("INFRA_ERROR");
        assertThat(disturbed.session().cause()).isEqualTo(disturbed.outcome().cause());
    }

    private static String cause(Recording recording) {
        Recording checked = Steadiness.check(recording);
        assertThat(checked.outcome()).isInstanceOf(Outcome.InfraError.class);
        return checked.outcome().cause();
    }
}
