/** The first start: a link for whoever started the application, and the page that makes the organisation. */
@NullMarked
package touchstone.platform.identity.setup;

import org.jspecify.annotations.NullMarked;
