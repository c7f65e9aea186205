package touchstone.cli.measure;

import java.util.Locale;
import java.util.regex.Pattern;
import touchstone.measurement.interval.Interval;

/** Numbers and names as a report says them. */
public final class Texts {

    private static final int LONGEST = 40;
    private static final Pattern CONTROL = Pattern.compile("\\p{C}");

    private Texts() {}

    /** Three decimals. */
    public static String number(double value) {
        return number(value, 3);
    }

    /** With so many decimals; minus zero is zero. */
    public static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }

    /** Two ends with a word between them. */
    public static String interval(Interval interval) {
        return interval(interval, 3);
    }

    /** Two ends, with so many decimals. */
    public static String interval(Interval interval, int decimals) {
        return number(interval.low(), decimals) + " to " + number(interval.high(), decimals);
    }

    /** A share as a percentage with one decimal. */
    public static String percent(double share) {
        return number(100 * share, 1) + " %";
    }

    /** A note as a sentence: with a capital and a full stop. */
    public static String sentence(String note) {
        return note.substring(0, 1).toUpperCase(Locale.ROOT) + note.substring(1) + (note.endsWith(".") ? "" : ".");
    }

    /** A number of things: {@code 1 rating}, {@code 3 ratings}. */
    public static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** A probability with two decimals that is never shown as certain. */
    public static String chance(double probability) {
        return probability >= 0.995 ? "> 0.99" : probability < 0.005 ? "< 0.01" : number(probability, 2);
    }

    /** A probability of chance. */
    public static String probability(double p) {
        return p < 0.001 ? "< 0.001" : number(p);
    }

    /** A stranger's text, without signs that a terminal obeys, at most 40 characters. */
    public static String clip(String text) {
        return clip(text, LONGEST);
    }

    /** The same with at most so many characters. */
    static String clip(String text, int longest) {
        String some = text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        return CONTROL.matcher(some).replaceAll("?");
    }
}
