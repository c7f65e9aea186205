package touchstone.cli.measure;

import java.util.Locale;
import touchstone.measurement.interval.Interval;

/** Numbers and names as a report says them. */
public final class Texts {

    private static final int LONGEST = 40;

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

    /** A probability of chance. */
    public static String probability(double p) {
        return p < 0.001 ? "< 0.001" : number(p);
    }

    /** A stranger's text, without signs that a terminal obeys, at most 40 characters. */
    public static String clip(String text) {
        String clean = text.replaceAll("\\p{C}", "?");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…";
    }
}
