package touchstone.platform.shell;

import java.util.List;

/**
 * What went wrong.
 *
 * @param code stable; also the key of the sentence
 * @param arguments what the sentence names
 * @param status of HTTP
 * @param reference under which our own failure stands in the log; empty when it was not our failure
 */
public record ProblemView(String code, List<Object> arguments, int status, String reference) {

    public String sentence(Frame frame) {
        return frame.text(code, arguments.toArray());
    }
}
