package touchstone.platform.audit;

/**
 * Where the chain ends. Printed and kept elsewhere, it proves later that nothing up to there was changed or cut off.
 *
 * @param seq of the last entry; 0 when there is none yet
 * @param hash of the last entry, 64 hexadecimal digits
 */
public record Head(long seq, String hash) {}
