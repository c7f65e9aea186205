package touchstone.simulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.LangChain4jException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.catalog.ModelDescription;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiModelCatalog;
import dev.langchain4j.model.openai.OpenAiModerationModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** LangChain4j's own OpenAI client, on the JDK's HTTP client. */
record LangChain4j() implements Client {

    private static final ToolSpecification TOOL = ToolSpecification.builder()
            .name("get_weather")
            .description("The weather in a city")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("city")
                    .required("city")
                    .additionalProperties(false)
                    .build())
            .build();
    private static final UserMessage QUESTION = UserMessage.from("What is the weather in Paris today?");

    @Override
    public String name() {
        return "LangChain4j";
    }

    @Override
    public Findings meet(Bench bench) {
        Findings findings =
                new Findings(Jar.versionOf(OpenAiChatModel.class) + " (core " + Jar.versionOf(ChatModel.class) + ")");
        new Session(bench, findings).run();
        return findings;
    }

    private record Session(Bench bench, Findings findings) {

        void run() {
            answers();
            refusals();
            brokenConnections();
        }

        private void answers() {
            findings.works(Feature.PLAIN_CHAT, this::plainChat);
            findings.works(Feature.STREAMED_CHAT, this::streamedChat);
            findings.works(
                    Feature.USAGE_IN_STREAM,
                    () -> checkUsage(
                            streamed(ask(Feature.USAGE_IN_STREAM)).whole().tokenUsage()));
            findings.works(Feature.TOOL_ROUND_TRIP, this::toolRoundTrip);
            findings.works(
                    Feature.STREAMED_TOOL_CALL,
                    () -> call(streamed(weather(QUESTION)).whole()));
            findings.works(Feature.JSON_SCHEMA, this::jsonSchema);
            findings.works(Feature.EMBEDDINGS_DEFAULT, () -> embed(null));
            findings.works(Feature.EMBEDDINGS_FLOAT, () -> embed("float"));
            findings.meet(Feature.EMBEDDINGS_BASE64, () -> {
                embed("base64");
                return new Finding.Works("decoded");
            });
            findings.works(Feature.MODELS, this::models);
            findings.works(Feature.MODERATIONS, this::moderations);
        }

        private void refusals() {
            findings.raises(
                    Feature.BAD_REQUEST,
                    InvalidRequestException.class,
                    "context_length_exceeded",
                    () -> chat(ask(UserMessage.from("word ".repeat(4_000)))));
            findings.raises(
                    Feature.UNAUTHORIZED,
                    AuthenticationException.class,
                    "invalid_api_key",
                    () -> model().apiKey("sk-wrong").build().chat(ask(Feature.PLAIN_CHAT)));
            findings.raises(
                    Feature.NOT_FOUND,
                    ModelNotFoundException.class,
                    "model_not_found",
                    () -> model().modelName("sim-nowhere").build().chat(ask(Feature.PLAIN_CHAT)));
            findings.raises(
                    Feature.RATE_LIMITED,
                    RateLimitException.class,
                    "rate_limit_exceeded",
                    () -> chat(ask(Feature.RATE_LIMITED)));
            findings.raises(
                    Feature.SERVER_ERROR,
                    InternalServerException.class,
                    "server_error",
                    () -> chat(ask(Feature.SERVER_ERROR)));
        }

        private void brokenConnections() {
            findings.raises(
                    Feature.TIMEOUT,
                    TimeoutException.class,
                    "",
                    () -> model().timeout(Duration.ofMillis(500)).build().chat(ask(Feature.TIMEOUT)));
            findings.meet(Feature.CONNECTION_RESET, () -> ownException(Feature.CONNECTION_RESET));
            findings.meet(Feature.MALFORMED_JSON, () -> ownException(Feature.MALFORMED_JSON));
            findings.meet(Feature.ERROR_EVENT, this::errorEvent);
            findings.works(Feature.ABORT, this::abort);
            findings.works(
                    Feature.RETRY,
                    () -> assertThat(text(model().maxRetries(2).build().chat(ask(Feature.RETRY))))
                            .isEqualTo(Bench.ANSWER));
            findings.meet(Feature.CLEAN_END, this::cleanEnd);
        }

        private void plainChat() {
            ChatResponse response = chat(ask(Feature.PLAIN_CHAT));
            assertThat(text(response)).isEqualTo(Bench.ANSWER);
            assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
            checkUsage(response.tokenUsage());
        }

        private void streamedChat() throws Exception {
            PartialResponses stream = streamed(ask(Feature.STREAMED_CHAT));
            assertThat(text(stream.whole())).isEqualTo(Bench.ANSWER);
            assertThat(stream.parts()).isEqualTo(Bench.ANSWER);
            assertThat(stream.whole().finishReason()).isEqualTo(FinishReason.STOP);
        }

        private void toolRoundTrip() {
            ChatResponse first = chat(weather(QUESTION));
            ToolExecutionRequest call = call(first);
            ChatResponse second =
                    chat(weather(QUESTION, first.aiMessage(), ToolExecutionResultMessage.from(call, "21 degrees")));
            assertThat(text(second)).contains("21 degrees");
            assertThat(second.finishReason()).isEqualTo(FinishReason.STOP);
        }

        private void jsonSchema() {
            JsonSchema schema = JsonSchema.builder()
                    .name("order")
                    .rootElement(JsonObjectSchema.builder()
                            .addIntegerProperty("order_number")
                            .addStringProperty("customer")
                            .required("order_number", "customer")
                            .additionalProperties(false)
                            .build())
                    .build();
            ChatResponse response = model().strictJsonSchema(true)
                    .build()
                    .chat(ChatRequest.builder()
                            .messages(UserMessage.from("Extract the order: order number 4711, customer Ada Lovelace."))
                            .responseFormat(ResponseFormat.builder()
                                    .type(ResponseFormatType.JSON)
                                    .jsonSchema(schema)
                                    .build())
                            .build());
            assertThat(JsonMapper.shared()
                            .readTree(text(response))
                            .path("order_number")
                            .asInt())
                    .isEqualTo(4711);
        }

        private void models() {
            OpenAiModelCatalog catalog = OpenAiModelCatalog.builder()
                    .baseUrl(bench.baseUrl())
                    .apiKey(Bench.KEY)
                    .build();
            assertThat(catalog.listModels()).extracting(ModelDescription::name).contains(Bench.MODEL, Bench.VECTORS);
        }

        private void moderations() {
            OpenAiModerationModel model = OpenAiModerationModel.builder()
                    .baseUrl(bench.baseUrl())
                    .apiKey(Bench.KEY)
                    .modelName("omni-moderation-latest")
                    .build();
            assertThat(model.moderate("What a fine day").content().flagged()).isFalse();
            assertThat(model.moderate("I will hurt you").content().flagged()).isTrue();
        }

        /** One of LangChain4j's own exceptions; differs when it passes on what lies below, wrapped. */
        private Finding ownException(Feature feature) {
            try {
                chat(ask(feature));
            } catch (LangChain4jException own) {
                return new Finding.Works(own.getClass().getSimpleName());
            } catch (RuntimeException other) {
                String cause = Objects.requireNonNull(other.getCause(), "cause of " + other)
                        .getClass()
                        .getSimpleName();
                return new Finding.Differs("`" + other.getClass().getSimpleName() + "` around `" + cause
                        + "`, none of the client's own types");
            }
            return new Finding.Wrong("raised nothing");
        }

        private Finding errorEvent() throws Exception {
            ChatResponse response;
            try {
                response = streamed(ask(Feature.ERROR_EVENT)).whole();
            } catch (LangChain4jException noticed) {
                return new Finding.Works(noticed.getClass().getSimpleName());
            }
            assertThat(Bench.ANSWER).startsWith(text(response)).isNotEqualTo(text(response));
            assertThat(response.finishReason()).isNull();
            return new Finding.Differs("no error; the half answer counts as complete, without a finish reason");
        }

        private void embed(@Nullable String encoding) {
            OpenAiEmbeddingModel.OpenAiEmbeddingModelBuilder model = OpenAiEmbeddingModel.builder()
                    .baseUrl(bench.baseUrl())
                    .apiKey(Bench.KEY)
                    .modelName(Bench.VECTORS)
                    .maxRetries(0);
            if (encoding != null) {
                model.encodingFormat(encoding);
            }
            Vectors.same(
                    bench.vector(), model.build().embed(Bench.TEXT).content().vectorAsList());
        }

        private void abort() throws Exception {
            PartialResponses stream = new PartialResponses(true);
            streaming().chat(ask(Feature.ABORT), stream);
            stream.awaitFirstPart();
        }

        private Finding cleanEnd() throws Exception {
            PartialResponses stream = streamed(ask(Feature.CLEAN_END));
            ChatResponse response;
            try {
                response = stream.whole();
            } catch (LangChain4jException noticed) {
                return new Finding.Works(noticed.getClass().getSimpleName());
            }
            assertThat(Bench.ANSWER).startsWith(text(response)).isNotEqualTo(text(response));
            assertThat(response.finishReason()).isNull();
            return new Finding.Differs("no error; only the missing finish reason shows it");
        }

        private ChatResponse chat(ChatRequest request) {
            return model().build().chat(request);
        }

        private PartialResponses streamed(ChatRequest request) {
            PartialResponses stream = new PartialResponses(false);
            streaming().chat(request, stream);
            return stream;
        }

        private OpenAiChatModel.OpenAiChatModelBuilder model() {
            return OpenAiChatModel.builder()
                    .baseUrl(bench.baseUrl())
                    .apiKey(Bench.KEY)
                    .modelName(Bench.MODEL)
                    .timeout(Duration.ofSeconds(60))
                    .maxRetries(0);
        }

        private OpenAiStreamingChatModel streaming() {
            return OpenAiStreamingChatModel.builder()
                    .baseUrl(bench.baseUrl())
                    .apiKey(Bench.KEY)
                    .modelName(Bench.MODEL)
                    .timeout(Duration.ofSeconds(60))
                    .build();
        }
    }

    private static ChatRequest ask(Feature feature) {
        return ask(UserMessage.from(Bench.prompt(feature)));
    }

    private static ChatRequest ask(UserMessage message) {
        return ChatRequest.builder().messages(message).build();
    }

    private static ChatRequest weather(ChatMessage... messages) {
        return ChatRequest.builder()
                .messages(List.of(messages))
                .toolSpecifications(TOOL)
                .build();
    }

    private static String text(ChatResponse response) {
        return Objects.requireNonNullElse(response.aiMessage().text(), "");
    }

    private static ToolExecutionRequest call(ChatResponse response) {
        assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_EXECUTION);
        AiMessage message = response.aiMessage();
        ToolExecutionRequest call = message.toolExecutionRequests().getFirst();
        assertThat(call.id()).isNotEmpty();
        assertThat(call.name()).isEqualTo("get_weather");
        assertThat(call.arguments()).isEqualTo("{\"city\":\"Paris\"}");
        return call;
    }

    private static void checkUsage(TokenUsage usage) {
        assertThat(usage.outputTokenCount()).isPositive();
        assertThat(usage.totalTokenCount()).isEqualTo(usage.inputTokenCount() + usage.outputTokenCount());
    }
}
