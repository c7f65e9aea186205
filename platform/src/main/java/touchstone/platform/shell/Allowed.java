package touchstone.platform.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import touchstone.platform.shared.Role;

/**
 * Who may call a page. A page without it is refused to everybody, so that a forgotten annotation shows at once. What a
 * role may see of one application is decided by the module that owns the application.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {

    /** Roles any of which suffices. */
    Role[] value() default {};

    /** Anybody, signed in or not. */
    boolean everybody() default false;
}
