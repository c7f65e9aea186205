/** The web application: one Spring Boot application, cut into modules that Spring Modulith holds apart. */
@NullMarked
package touchstone.platform;

import org.jspecify.annotations.NullMarked;
