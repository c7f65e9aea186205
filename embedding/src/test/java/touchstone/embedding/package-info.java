/** Tests of the sentence models. */
@NullMarked
package touchstone.embedding;

import org.jspecify.annotations.NullMarked;
