/** Tests of the page of the audit log. */
@NullMarked
package touchstone.platform.audit.log;

import org.jspecify.annotations.NullMarked;
