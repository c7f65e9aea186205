package touchstone.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchstone.platform.shared.Person;

/** Whatever somebody with all rights on the database changes in the log is found. */
class TamperingTests extends AuditFixture {

    private static final int ENTRIES = 24;
    private static final List<Integer> PLACES = List.of(1, 2, 11, ENTRIES - 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set at = at + interval '1 microsecond' where seq = %d",
                "update audit.entry set actor = gen_random_uuid() where seq = %d",
                "update audit.entry set entity = gen_random_uuid() where seq = %d",
                "update audit.entry set type = type || 'x' where seq = %d",
                "update audit.entry set payload_digest = set_byte(payload_digest, 9, 255 - get_byte(payload_digest, 9))"
                        + " where seq = %d",
                "update audit.entry set previous = set_byte(previous, 0, 255 - get_byte(previous, 0)) where seq = %d",
                "update audit.entry set hash = set_byte(hash, 31, 255 - get_byte(hash, 31)) where seq = %d",
                "update audit.entry set seq = seq + 1000 where seq = %d",
                "delete from audit.entry where seq = %d",
                "update audit.payload set ciphertext = set_byte(ciphertext, 3, 255 - get_byte(ciphertext, 3))"
                        + " where seq = %d",
                "update audit.payload set nonce = set_byte(nonce, 3, 255 - get_byte(nonce, 3)) where seq = %d",
                "update audit.payload set salt = set_byte(salt, 3, 255 - get_byte(salt, 3)) where seq = %d",
                "update audit.payload set about = null where seq = %d",
                "update audit.payload set about = gen_random_uuid() where seq = %d",
                "update audit.payload set salt = null, nonce = null, ciphertext = null where seq = %d",
                "update audit.payload set seq = seq + 1000 where seq = %d",
                "delete from audit.payload where seq = %d",
                "insert into audit.payload (organisation_id, seq) select organisation_id, seq + 1000 from audit.payload"
                        + " where seq = %d",
                "insert into audit.entry select organisation_id, %d + 1000, at, actor, type, entity, payload_digest,"
                        + " previous, hash from audit.entry where seq = 3"
            })
    void findsAChangeOfOneRow(String change) {
        for (int place : PLACES) {
            Person somewhere = written();
            assertThat(tamper(somewhere, change.formatted(place))).isEqualTo(1);
            assertThat(verify(somewhere)).as(change, place).isInstanceOf(Verification.Broken.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.head set seq = seq - 1",
                "update audit.head set seq = seq + 1",
                "update audit.head set hash = set_byte(hash, 5, 255 - get_byte(hash, 5))",
                "delete from audit.head",
                "delete from audit.person_key",
                "delete from audit.entry where seq = 24",
                "delete from audit.entry",
                "update audit.person_key set wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20))",
                "update audit.person_key set wrapped = null, erased_seq = 5",
                "with gone as (update audit.person_key set wrapped = null, erased_seq = 5)"
                        + " update audit.payload set salt = null, nonce = null, ciphertext = null",
                "update audit.entry set seq = case seq when 7 then 8 else 7 end + 1000 where seq in (7, 8)",
                "with a as (select * from audit.payload where seq = 7), b as (select * from audit.payload where seq ="
                    + " 9) update audit.payload p set salt = x.salt, nonce = x.nonce, ciphertext = x.ciphertext from"
                    + " (select 7 as place, b.* from b union all select 9, a.* from a) x where p.seq = x.place"
            })
    void findsAChangeOfTheWhole(String change) {
        Person somewhere = written();
        assertThat(tamper(somewhere, change)).isPositive();
        assertThat(verify(somewhere)).isInstanceOf(Verification.Broken.class);
    }

    @Test
    void findsTwoEntriesInTheWrongOrder() {
        for (int place : PLACES) {
            Person somewhere = written();
            tamper(
                    somewhere,
                    "update audit.entry set seq = seq + 1000 where seq in (%d, %d)".formatted(place, place + 1));
            tamper(somewhere, "update audit.entry set seq = %d where seq = %d".formatted(place, place + 1001));
            tamper(somewhere, "update audit.entry set seq = %d where seq = %d".formatted(place + 1, place + 1000));
            assertThat(verify(somewhere)).isEqualTo(new Verification.Broken(place, Verification.Why.NOT_LINKED));
        }
    }

    @Test
    void findsACutEndByAPrintedHead() {
        Person somewhere = written();
        Head printed = as(somewhere, log::head);
        assertThat(as(somewhere, () -> log.holds(printed))).isTrue();
        tamper(somewhere, "delete from audit.payload where seq = 24");
        tamper(somewhere, "delete from audit.entry where seq = 24");
        tamper(somewhere, "update audit.head set seq = 23, hash = (select hash from audit.entry where seq = 23)");
        assertThat(verify(somewhere)).isInstanceOf(Verification.Verified.class);
        assertThat(as(somewhere, () -> log.holds(printed))).isFalse();
    }

    @Test
    void saysWhereItIsBroken() {
        Person somewhere = written();
        tamper(somewhere, "update audit.entry set type = 'Other' where seq = 11");
        assertThat(verify(somewhere)).isEqualTo(new Verification.Broken(11, Verification.Why.CHANGED));
    }

    private Person written() {
        Person somewhere = somewhere();
        UUID person = UUID.randomUUID();
        happens(
                somewhere,
                IntStream.range(0, ENTRIES)
                        .mapToObj(number -> said(person, "number " + number))
                        .toArray(Said[]::new));
        assertThat(verify(somewhere)).isInstanceOf(Verification.Verified.class);
        return somewhere;
    }
}
