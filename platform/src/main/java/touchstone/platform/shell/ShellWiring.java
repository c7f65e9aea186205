package touchstone.platform.shell;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import touchstone.platform.shared.Ids;

/** Where time, ids and texts come from, and what stands in front of every page. */
@Configuration
class ShellWiring implements WebMvcConfigurer {

    private static final long HOUR = 3600;

    private final AccessInterceptor access;

    ShellWiring(AccessInterceptor access) {
        this.access = access;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(access);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(
                        "classpath:/static/", "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
                .setCacheControl(CacheControl.maxAge(HOUR, TimeUnit.SECONDS).cachePrivate());
    }

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return new TravellingClock(Clock.systemUTC());
    }

    /** Version 7 of RFC 9562: a millisecond of time, then chance. */
    @Bean
    @ConditionalOnMissingBean
    Ids ids(InstantSource clock) {
        SecureRandom random = new SecureRandom();
        return () -> {
            long high = clock.millis() << 16 | 0x7000L | random.nextInt(0x1000);
            long low = random.nextLong() >>> 2 | Long.MIN_VALUE;
            return new UUID(high, low);
        };
    }

    /** One bundle per module, found by its name. */
    @Bean
    MessageSource messageSource() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Resource bundle : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:touchstone/platform/*/messages.properties")) {
            String[] parts = bundle.getURL().getPath().split("/", -1);
            names.add("touchstone.platform." + parts[parts.length - 2] + ".messages");
        }
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(names.toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        if (names.isEmpty()) {
            throw new IllegalStateException("no texts were found on " + Arrays.toString(names.toArray()));
        }
        return source;
    }
}
