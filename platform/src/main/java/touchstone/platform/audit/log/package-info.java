/** The page of the audit log: what happened, and whether the chain is whole. */
@NullMarked
package touchstone.platform.audit.log;

import org.jspecify.annotations.NullMarked;
