package touchstone.platform.catalogue;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import touchstone.catalogue.Catalogue;
import touchstone.catalogue.CorePack;
import touchstone.catalogue.PackReader;

/** The content that ships, read once. The first who asks waits for it; usually it was read right after the start. */
@Component
public class CoreCatalogue {

    /** The files' texts, and what they say. */
    private record Core(Map<String, String> texts, Catalogue catalogue) {}

    private final Supplier<Core> core = new Supplier<>() {
        private @org.jspecify.annotations.Nullable Core read;

        @Override
        public synchronized Core get() {
            Core known = read;
            if (known == null) {
                Map<String, String> texts = CorePack.texts();
                known = new Core(texts, Catalogue.of(PackReader.parse(texts)));
                read = known;
            }
            return known;
        }
    };

    CoreCatalogue() {}

    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        Thread.ofPlatform().daemon().name("core-catalogue").start(this::catalogue);
    }

    /** The catalogue of the core pack alone. */
    public Catalogue catalogue() {
        return core.get().catalogue();
    }

    /** The texts of the core pack's files by their path. */
    public Map<String, String> texts() {
        return core.get().texts();
    }
}
