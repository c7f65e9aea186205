package touchstone.platform.notification;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;
import touchstone.platform.shell.Job;

/** Sends messages when {@code spring.mail.host} names a mail server; without one they wait in the outbox. */
@Configuration
@ConditionalOnProperty("spring.mail.host")
class MailWiring {

    private static final Duration EVERY = Duration.ofSeconds(10);

    @Bean
    Job sendMessages(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            InstantSource clock,
            Outbox outbox,
            JavaMailSender server,
            @Value("${touchstone.mail-from:touchstone@localhost}") String from) {
        Sender sender = new Sender(jdbc, transactions, clock, outbox, new Sender.Mail(server, from));
        return new Job("send-messages", EVERY, sender::send);
    }
}
