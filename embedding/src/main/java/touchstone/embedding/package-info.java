/** Sentence models that run in this process (ONNX), behind one small interface. */
@NullMarked
package touchstone.embedding;

import org.jspecify.annotations.NullMarked;
