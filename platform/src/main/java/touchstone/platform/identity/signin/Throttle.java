package touchstone.platform.identity.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import touchstone.platform.identity.Digests;
import touchstone.platform.shared.Ids;

/**
 * Slows guessing down: too many failures for an e-mail address or from a network address within a quarter of an hour, and
 * nothing is checked any more. A try is counted before it is checked, so that many at once are not more than one after
 * another. Only digests are kept, and only for that quarter of an hour.
 */
@Component
public class Throttle {

    /** How many failures are let through for one e-mail address, and from one network address. */
    static final int MOST_FOR_ADDRESS = 5;

    static final int MOST_FROM_NETWORK = 20;

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int NETWORK_BYTES = 8;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    Throttle(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A try that has been counted.
     *
     * @param admitted whether it may be checked
     * @param last whether no other will be admitted after it, should it fail
     */
    public record Try(UUID id, String addressDigest, boolean admitted, boolean last) {}

    /**
     * Counts a try.
     *
     * @param purpose tries for different purposes are counted apart
     * @param address the e-mail address as it was entered, lower case
     * @param network the network address that it came from
     */
    public Try count(String purpose, String address, String network) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from identity.failed_sign_in where at < ?")
                .param(now.minus(WINDOW))
                .update();
        UUID id = ids.next();
        byte[] forAddress = digest(purpose + " address " + address);
        byte[] fromNetwork = digest(purpose + " network " + network(network));
        jdbc.sql("insert into identity.failed_sign_in (id, key, at) values (:id, :one, :now), (:id, :two, :now)")
                .param("id", id)
                .param("one", forAddress)
                .param("two", fromNetwork)
                .param("now", now)
                .update();
        int failures = number(forAddress);
        boolean admitted = failures <= MOST_FOR_ADDRESS && number(fromNetwork) <= MOST_FROM_NETWORK;
        Try counted =
                new Try(id, HexFormat.of().formatHex(forAddress), admitted, admitted && failures == MOST_FOR_ADDRESS);
        if (!admitted) {
            forget(counted);
        }
        return counted;
    }

    /** The try was right: it does not count, and neither do those for the address before it. */
    public void succeeded(Try right) {
        forget(right);
        jdbc.sql("delete from identity.failed_sign_in where key = ?")
                .param(HexFormat.of().parseHex(right.addressDigest()))
                .update();
    }

    /** Lets an address try again, after its owner has shown by other means that it is theirs. */
    public void clear(String purpose, String address) {
        jdbc.sql("delete from identity.failed_sign_in where key = ?")
                .param(digest(purpose + " address " + address))
                .update();
    }

    private void forget(Try counted) {
        jdbc.sql("delete from identity.failed_sign_in where id = ?")
                .param(counted.id())
                .update();
    }

    private int number(byte[] key) {
        return jdbc.sql("select count(*) from identity.failed_sign_in where key = ?")
                .param(key)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** One household or company has 2^64 addresses of IP version 6, so these are counted by their first half. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (UnknownHostException odd) {
            return address;
        }
    }

    private static byte[] digest(String text) {
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
