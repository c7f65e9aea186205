/** Stages and questions: who moves on, how long it takes, how they are rated. */
@NullMarked
package touchstone.platform.insight.stages;

import org.jspecify.annotations.NullMarked;
