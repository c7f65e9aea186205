package touchstone.simulator.limit;

/** What is left of a caller's rate limits, as the {@code x-ratelimit-*} headers tell it. */
public record Allowance(Part requests, Part tokens) {

    /**
     * One bucket.
     *
     * @param limit its capacity
     * @param remaining whole units left
     * @param resetMicros until it is full again
     */
    public record Part(long limit, long remaining, long resetMicros) {

        /** The reset time as the real API writes it: {@code 120ms}, {@code 1.5s}, {@code 6m0s}. Rounded up to milliseconds. */
        public String reset() {
            long millis = Math.ceilDiv(resetMicros, 1_000L);
            if (millis < 1_000) {
                return millis + "ms";
            }
            long minutes = millis / 60_000;
            String seconds = seconds(millis % 60_000);
            return minutes == 0 ? seconds : minutes + "m" + seconds;
        }

        private static String seconds(long millis) {
            String text = millis / 1_000 + "";
            if (millis % 1_000 != 0) {
                String digits = String.valueOf(1_000 + millis % 1_000).substring(1);
                text += "." + digits.replaceAll("0+$", "");
            }
            return text + "s";
        }
    }
}
