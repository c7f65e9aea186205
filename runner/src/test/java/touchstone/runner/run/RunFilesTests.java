package touchstone.runner.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static touchstone.runner.fixtures.Recordings.aRecording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.runner.Outcome;
import touchstone.runner.RunnerException;

class RunFilesTests {

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() {
        for (Outcome outcome : List.of(
                new Outcome.Scored(),
                new Outcome.SolutionFailed("It ended."),
                new Outcome.InvalidSubmission("There is nothing."),
                new Outcome.InfraError("Too busy."))) {
            Recording recording = aRecording().right(6).ended(outcome).build();
            RunFiles.write(recording, folder);

            assertThat(RunFiles.read(folder)).isEqualTo(recording);
        }
    }

    @Test
    void readsARunThatWasStoredBeforePromptsGroundingAndRestarts() throws IOException {
        Recording recording = aRecording().right(6).build();
        RunFiles.write(recording, folder);
        without("run.ndjson", ",\"restart\":false");
        without("ledger.ndjson", ",\"prompt\":\"\"");
        without(
                "ledger.ndjson",
                ",\"grounding\":{\"standing\":\"none\",\"evidenceTokens\":0,\"facts\":[],"
                        + "\"exposed\":false,\"obeyed\":false}");

        assertThat(RunFiles.read(folder)).isEqualTo(recording);
    }

    private void without(String name, String field) throws IOException {
        String text = Files.readString(folder.resolve(name));
        assertThat(text).contains(field);
        Files.writeString(folder.resolve(name), text.replace(field, ""));
    }

    @Test
    void readsARunWithoutItems() {
        Recording empty = aRecording().played(0).build();
        RunFiles.write(empty, folder);

        assertThat(RunFiles.read(folder)).isEqualTo(empty);
    }

    @Test
    void saysWhatAFolderWithoutARunLacks() {
        assertThatThrownBy(() -> RunFiles.read(folder))
                .isInstanceOf(RunnerException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("run.ndjson");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{}", "null", "[1]", "{\"header\":null,\"session\":null,\"phases\":[]}", "nonsense"})
    void saysInOneSentenceThatTheRunIsDamaged(String firstLine) throws IOException {
        RunFiles.write(aRecording().build(), folder);
        Files.writeString(folder.resolve("run.ndjson"), firstLine);

        assertDamaged();
    }

    @Test
    void noticesALineThatWasCutOff() throws IOException {
        RunFiles.write(aRecording().build(), folder);
        Path ledger = folder.resolve("ledger.ndjson");
        String whole = Files.readString(ledger);
        Files.writeString(ledger, whole.substring(0, whole.length() - 40));

        assertDamaged();
    }

    @Test
    void noticesAnUnknownOutcome() throws IOException {
        RunFiles.write(aRecording().build(), folder);
        Path run = folder.resolve("run.ndjson");
        Files.writeString(run, Files.readString(run).replace("\"SCORED\"", "\"PERFECT\""));

        assertDamaged();
    }

    private void assertDamaged() {
        assertThatThrownBy(() -> RunFiles.read(folder))
                .isInstanceOf(RunnerException.class)
                .hasMessageContaining("damaged")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n");
    }
}
