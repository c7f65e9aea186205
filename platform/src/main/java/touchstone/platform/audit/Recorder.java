package touchstone.platform.audit;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import touchstone.platform.shared.Acting;
import touchstone.platform.shared.AuditableEvent;
import touchstone.platform.shared.Erasure;
import touchstone.platform.shared.Person;

/**
 * Hears what happened and writes it in the transaction in which it happened: both are kept, or neither.
 *
 * <p>An event is taken as it is when it is published, and written when the transaction is about to commit. The end of the
 * chain is thus locked last and shortly; locked at once, two transactions that also wait for each other's rows would stop
 * one another.
 */
@Component
final class Recorder {

    private final JsonMapper json;
    private final InstantSource clock;
    private final ChainWriter writer;

    Recorder(JsonMapper json, InstantSource clock, ChainWriter writer) {
        this.json = json;
        this.clock = clock;
        this.writer = writer;
    }

    @EventListener
    void record(AuditableEvent event) {
        String type = event.getClass().getSimpleName();
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(type + " was published outside a transaction");
        }
        boolean erases = event instanceof Erasure;
        if (erases && !type.endsWith(ChainCheck.ERASED)) {
            throw new IllegalStateException("the name of an erasure ends with " + ChainCheck.ERASED + ": " + type);
        }
        Person person = Acting.person();
        Happened happened = new Happened(
                person.organisation(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                new Entry.What(person.id(), type, event.entity()),
                event.about(),
                json.writeValueAsBytes(event),
                erases);
        pending().add(happened);
    }

    private Pending pending() {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof Pending pending && pending.isOf(writer)) {
                return pending;
            }
        }
        Pending pending = new Pending(writer);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** What happened in one transaction and is not written yet. */
    private static final class Pending implements TransactionSynchronization {

        private final ChainWriter writer;
        private final List<Happened> waiting = new ArrayList<>();
        private boolean committing;

        Pending(ChainWriter writer) {
            this.writer = writer;
        }

        boolean isOf(ChainWriter other) {
            return writer == other;
        }

        /** What is published while the transaction already commits is written at once. */
        void add(Happened happened) {
            if (committing) {
                writer.append(List.of(happened));
            } else {
                waiting.add(happened);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            committing = true;
            writer.append(waiting);
        }
    }
}
