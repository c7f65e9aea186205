/** The lab resilient-client: a service that keeps its promises while the model behind it does not. */
@NullMarked
package touchstone.labs.resilientclient;

import org.jspecify.annotations.NullMarked;
