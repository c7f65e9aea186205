package touchstone.labs.resilientclient;

import java.util.List;
import touchstone.chance.Chance;

/**
 * One desk note: a sentence with five facts in it, under a reference that no other note has.
 *
 * @param reference such as {@code QZT-48213}; the marker by which the simulated model recognises the question
 * @param sentence what the note says
 * @param filingCode what only the model can add to a complete answer
 */
record Note(String reference, String sentence, String filingCode) {

    private static final List<String> FIRST_NAMES = List.of(
            "Mara", "Tomas", "Ines", "Jonas", "Priya", "Luca", "Amina", "Viktor", "Hanna", "Diego", "Saskia", "Omar",
            "Freya", "Kenji", "Olga", "Pascal", "Ruth", "Emil", "Nadia", "Bram");
    private static final List<String> LAST_NAMES = List.of(
            "Lindqvist",
            "Okafor",
            "Marchetti",
            "Brandt",
            "Rao",
            "Fischer",
            "Haddad",
            "Novak",
            "Silva",
            "Tanaka",
            "Moreau",
            "Petrov",
            "Jansen",
            "Quispe",
            "Walsh",
            "Ekström",
            "Baker",
            "Duarte",
            "Kowalski",
            "Yilmaz");
    private static final List<String> THINGS = List.of(
            "crane", "pump", "forklift", "generator", "lathe", "conveyor", "compressor", "boiler", "winch", "press");
    private static final List<String> MOVES = List.of(
            "returns to bay",
            "moves to berth",
            "is serviced in hall",
            "goes back to dock",
            "is tested at stand",
            "is handed over at gate");
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> VERBS = List.of("signed off by", "booked by", "approved by", "reported by");
    private static final List<String> CODE_WORDS = List.of(
            "AMBER", "BIRCH", "CORAL", "DELTA", "EMBER", "FJORD", "GRANITE", "HAZEL", "INDIGO", "JUNIPER", "KELP",
            "LINDEN", "MAPLE", "NICKEL", "OCHRE", "POPLAR");

    /** The note with this number; different numbers never share a reference or a filing code. */
    static Note of(Chance chance, int number) {
        Chance at = chance.key(number);
        int mixed = Math.floorMod(number * 7_919 + chance.stream("offset").between(0, 90_000), 90_000) + 10_000;
        String letters = letters(at.stream("letters"));
        String sentence = at.stream("thing").oneOf(THINGS) + " "
                + letters(at.stream("model")).substring(0, 2) + "-"
                + at.stream("serial").between(1_000, 10_000) + " "
                + at.stream("move").oneOf(MOVES) + " "
                + at.stream("place").between(2, 60) + " on " + at.stream("day").oneOf(DAYS) + " at "
                + String.format(
                        "%02d:%02d",
                        at.stream("hour").between(5, 22),
                        5 * at.stream("minute").between(0, 12))
                + ", " + at.stream("verb").oneOf(VERBS) + " "
                + at.stream("first").oneOf(FIRST_NAMES) + " "
                + at.stream("last").oneOf(LAST_NAMES);
        String code = at.stream("code").oneOf(CODE_WORDS) + "-" + (mixed ^ 0x155);
        return new Note(letters + "-" + mixed, sentence, code);
    }

    /** As it stands in a prompt. */
    String line() {
        return "Note " + reference + ": " + sentence + ".";
    }

    /** The complete answer of the model. */
    String answer() {
        return "The " + sentence + ". Filed under " + filingCode + ".";
    }

    private static String letters(Chance chance) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            letters.append((char) ('A' + chance.key(i).between(0, 26)));
        }
        return letters.toString();
    }
}
