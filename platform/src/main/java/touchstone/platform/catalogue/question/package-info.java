/** Questions: the list with its filters, and one question as an interviewer needs it. */
@NullMarked
package touchstone.platform.catalogue.question;

import org.jspecify.annotations.NullMarked;
