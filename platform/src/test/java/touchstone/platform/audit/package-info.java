/** Tests of the audit log: what is written, what is found, what is forgotten. */
@NullMarked
package touchstone.platform.audit;

import org.jspecify.annotations.NullMarked;
