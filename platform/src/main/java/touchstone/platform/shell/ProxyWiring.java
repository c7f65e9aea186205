package touchstone.platform.shell;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Behind a proxy that speaks https for us, its word on who came and how is taken; otherwise nobody's. */
@Configuration
class ProxyWiring {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> forwarded(PublicAddress address) {
        return factory -> {
            if (address.secure()) {
                RemoteIpValve valve = new RemoteIpValve();
                valve.setProtocolHeader("X-Forwarded-Proto");
                valve.setHostHeader("X-Forwarded-Host");
                factory.addEngineValves(valve);
            }
        };
    }
}
