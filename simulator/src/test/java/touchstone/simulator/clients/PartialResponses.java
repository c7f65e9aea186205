package touchstone.simulator.clients;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Receives a stream of LangChain4j; may leave at the first part. */
final class PartialResponses implements StreamingChatResponseHandler {

    private static final long PATIENCE_SECONDS = 60;

    private final boolean leaves;
    private final StringBuilder parts = new StringBuilder();
    private final CompletableFuture<Boolean> began = new CompletableFuture<>();
    private final CompletableFuture<ChatResponse> whole = new CompletableFuture<>();

    PartialResponses(boolean leaves) {
        this.leaves = leaves;
    }

    @Override
    public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
        parts.append(part.text());
        if (leaves) {
            context.streamingHandle().cancel();
        }
        began.complete(true);
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        whole.complete(response);
    }

    @Override
    public void onError(Throwable error) {
        began.completeExceptionally(error);
        whole.completeExceptionally(error);
    }

    String parts() {
        return parts.toString();
    }

    void awaitFirstPart() throws Exception {
        began.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The whole response. Throws what the client reported. */
    ChatResponse whole() throws Exception {
        try {
            return whole.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
