package touchstone.simulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.RateLimitException;
import com.openai.errors.SseException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.completions.CompletionUsage;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.embeddings.EmbeddingCreateParams.EncodingFormat;
import com.openai.models.models.Model;
import com.openai.models.moderations.Moderation;
import com.openai.models.moderations.ModerationCreateParams;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** OpenAI's client for Java, with its OkHttp transport. Every answer is also validated by the client's own schema. */
record OpenAiJava() implements Client {

    /** The weather in a city. */
    record GetWeather(String city) {}

    /** An order. */
    record Order(int orderNumber, String customer) {}

    @Override
    public String name() {
        return "openai-java";
    }

    @Override
    public Findings meet(Bench bench) {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .baseUrl(bench.baseUrl())
                .apiKey(Bench.KEY)
                .maxRetries(0)
                .timeout(Duration.ofSeconds(60))
                .build();
        Findings findings = new Findings(Jar.versionOf(OpenAIClient.class));
        try {
            new Session(client, bench, findings).run();
        } finally {
            client.close();
        }
        return findings;
    }

    private record Session(OpenAIClient client, Bench bench, Findings findings) {

        void run() {
            answers();
            refusals();
            brokenConnections();
        }

        private void answers() {
            findings.works(Feature.PLAIN_CHAT, this::plainChat);
            findings.works(Feature.STREAMED_CHAT, this::streamedChat);
            findings.works(Feature.USAGE_IN_STREAM, this::usageInStream);
            findings.works(Feature.TOOL_ROUND_TRIP, this::toolRoundTrip);
            findings.works(Feature.STREAMED_TOOL_CALL, this::streamedToolCall);
            findings.works(Feature.JSON_SCHEMA, this::jsonSchema);
            findings.works(Feature.EMBEDDINGS_DEFAULT, () -> sameVector(embed(Optional.empty())));
            findings.works(Feature.EMBEDDINGS_FLOAT, () -> sameVector(embed(Optional.of(EncodingFormat.FLOAT))));
            findings.meet(Feature.EMBEDDINGS_BASE64, () -> {
                sameVector(embed(Optional.of(EncodingFormat.BASE64)));
                return new Finding.Works("decoded");
            });
            findings.works(Feature.MODELS, this::models);
            findings.works(Feature.MODERATIONS, this::moderations);
        }

        private void refusals() {
            refused(Feature.BAD_REQUEST, BadRequestException.class, "context_length_exceeded", this::tooLong);
            refused(
                    Feature.UNAUTHORIZED,
                    UnauthorizedException.class,
                    "invalid_api_key",
                    () -> chat(client.withOptions(options -> options.apiKey("sk-wrong")), Feature.PLAIN_CHAT));
            refused(
                    Feature.NOT_FOUND,
                    NotFoundException.class,
                    "model_not_found",
                    () -> client.chat()
                            .completions()
                            .create(ask(Feature.PLAIN_CHAT).model("sim-nowhere").build()));
            refused(
                    Feature.RATE_LIMITED,
                    RateLimitException.class,
                    "rate_limit_exceeded",
                    () -> chat(client, Feature.RATE_LIMITED));
            refused(Feature.SERVER_ERROR, InternalServerException.class, "", () -> chat(client, Feature.SERVER_ERROR));
        }

        private void brokenConnections() {
            findings.raises(
                    Feature.TIMEOUT,
                    OpenAIIoException.class,
                    "",
                    () -> chat(
                            client.withOptions(options -> options.timeout(Duration.ofMillis(500))), Feature.TIMEOUT));
            findings.raises(
                    Feature.CONNECTION_RESET,
                    OpenAIIoException.class,
                    "",
                    () -> chat(client, Feature.CONNECTION_RESET));
            findings.raises(
                    Feature.MALFORMED_JSON,
                    OpenAIInvalidDataException.class,
                    "",
                    () -> chat(client, Feature.MALFORMED_JSON));
            findings.raises(
                    Feature.ERROR_EVENT,
                    SseException.class,
                    "",
                    () -> chunks(ask(Feature.ERROR_EVENT).build()));
            findings.works(Feature.ABORT, this::abort);
            findings.works(
                    Feature.RETRY,
                    () -> assertThat(text(chat(client.withOptions(options -> options.maxRetries(2)), Feature.RETRY)))
                            .isEqualTo(Bench.ANSWER));
            findings.meet(Feature.CLEAN_END, this::cleanEnd);
        }

        private void plainChat() {
            ChatCompletion completion = chat(client, Feature.PLAIN_CHAT).validate();
            assertThat(text(completion)).isEqualTo(Bench.ANSWER);
            assertThat(completion.choices().getFirst().finishReason().asString())
                    .isEqualTo("stop");
            checkUsage(completion.usage().orElseThrow());
        }

        private void streamedChat() {
            List<ChatCompletionChunk> chunks = chunks(ask(Feature.STREAMED_CHAT).build());
            assertThat(text(chunks)).isEqualTo(Bench.ANSWER);
            assertThat(finishReasons(chunks)).containsExactly("stop");
            assertThat(chunks).noneMatch(chunk -> chunk.usage().isPresent());
            chunks.forEach(ChatCompletionChunk::validate);
        }

        private void usageInStream() {
            List<ChatCompletionChunk> chunks = chunks(ask(Feature.USAGE_IN_STREAM)
                    .streamOptions(ChatCompletionStreamOptions.builder()
                            .includeUsage(true)
                            .build())
                    .build());
            assertThat(chunks.subList(0, chunks.size() - 1))
                    .noneMatch(chunk -> chunk.usage().isPresent());
            assertThat(chunks.getLast().choices()).isEmpty();
            checkUsage(chunks.getLast().usage().orElseThrow());
            chunks.forEach(ChatCompletionChunk::validate);
        }

        private void toolRoundTrip() {
            ChatCompletionCreateParams.Builder question = weather();
            ChatCompletion first = client.chat().completions().create(question.build());
            ChatCompletionMessageFunctionToolCall call = call(first.validate());
            ChatCompletion second = client.chat()
                    .completions()
                    .create(question.addMessage(first.choices().getFirst().message())
                            .addMessage(ChatCompletionToolMessageParam.builder()
                                    .toolCallId(call.id())
                                    .content("21 degrees")
                                    .build())
                            .build());
            assertThat(text(second.validate())).contains("21 degrees");
        }

        private void streamedToolCall() {
            ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
            chunks(weather().build()).forEach(accumulator::accumulate);
            call(accumulator.chatCompletion());
        }

        private void jsonSchema() {
            Order order = client
                    .chat()
                    .completions()
                    .create(ChatCompletionCreateParams.builder()
                            .model(Bench.MODEL)
                            .addUserMessage("Extract the order: order number 4711, customer Ada Lovelace.")
                            .responseFormat(Order.class)
                            .build())
                    .choices()
                    .stream()
                    .flatMap(choice -> choice.message().content().stream())
                    .findFirst()
                    .orElseThrow();
            assertThat(order.orderNumber()).isEqualTo(4711);
        }

        private List<Float> embed(Optional<EncodingFormat> encoding) {
            EmbeddingCreateParams.Builder params =
                    EmbeddingCreateParams.builder().model(Bench.VECTORS).input(Bench.TEXT);
            encoding.ifPresent(params::encodingFormat);
            return client.embeddings().create(params.build()).data().getFirst().embedding();
        }

        private void sameVector(List<Float> vector) {
            Vectors.same(bench.vector(), vector);
        }

        private void models() {
            List<Model> models = client.models().list().autoPager().stream().toList();
            models.forEach(Model::validate);
            assertThat(models).extracting(Model::id).contains(Bench.MODEL, Bench.VECTORS);
            assertThat(client.models().retrieve(Bench.MODEL).validate().id()).isEqualTo(Bench.MODEL);
        }

        private void moderations() {
            List<Moderation> results = client.moderations()
                    .create(ModerationCreateParams.builder()
                            .inputOfStrings(List.of("What a fine day", "I will hurt you"))
                            .build())
                    .validate()
                    .results();
            assertThat(results).extracting(Moderation::flagged).containsExactly(false, true);
        }

        private void tooLong() {
            client.chat()
                    .completions()
                    .create(ChatCompletionCreateParams.builder()
                            .model(Bench.MODEL)
                            .addUserMessage("word ".repeat(4_000))
                            .build());
        }

        private void abort() {
            try (StreamResponse<ChatCompletionChunk> response = client.chat()
                    .completions()
                    .createStreaming(ask(Feature.ABORT).build())) {
                Iterator<ChatCompletionChunk> chunks = response.stream().iterator();
                while (text(List.of(chunks.next())).isEmpty()) {
                    assertThat(chunks.hasNext()).isTrue();
                }
            }
        }

        private Finding cleanEnd() {
            List<ChatCompletionChunk> chunks;
            try {
                chunks = chunks(ask(Feature.CLEAN_END).build());
            } catch (OpenAIException noticed) {
                return new Finding.Works(noticed.getClass().getSimpleName());
            }
            assertThat(Bench.ANSWER).startsWith(text(chunks)).isNotEqualTo(text(chunks));
            assertThat(finishReasons(chunks)).isEmpty();
            return new Finding.Differs("no error; only the missing finish reason shows it");
        }

        /** An error response: exactly this exception, with the code where the client offers it. */
        private void refused(
                Feature feature,
                Class<? extends OpenAIServiceException> expected,
                String code,
                Findings.Attempt attempt) {
            findings.raises(feature, expected, "", () -> {
                try {
                    attempt.run();
                } catch (OpenAIServiceException refused) {
                    assertThat(refused.code().orElse("")).isEqualTo(code);
                    throw refused;
                }
            });
        }

        private ChatCompletion chat(OpenAIClient using, Feature feature) {
            return using.chat().completions().create(ask(feature).build());
        }

        private List<ChatCompletionChunk> chunks(ChatCompletionCreateParams params) {
            try (StreamResponse<ChatCompletionChunk> response =
                    client.chat().completions().createStreaming(params)) {
                return response.stream().toList();
            }
        }
    }

    private static ChatCompletionCreateParams.Builder ask(Feature feature) {
        return ChatCompletionCreateParams.builder().model(Bench.MODEL).addUserMessage(Bench.prompt(feature));
    }

    private static ChatCompletionCreateParams.Builder weather() {
        return ChatCompletionCreateParams.builder()
                .model(Bench.MODEL)
                .addUserMessage("What is the weather in Paris today?")
                .addTool(GetWeather.class);
    }

    private static ChatCompletionMessageFunctionToolCall call(ChatCompletion completion) {
        ChatCompletion.Choice choice = completion.choices().getFirst();
        assertThat(choice.finishReason().asString()).isEqualTo("tool_calls");
        ChatCompletionMessageFunctionToolCall call =
                choice.message().toolCalls().orElseThrow().getFirst().asFunction();
        assertThat(call.id()).isNotEmpty();
        assertThat(call.function().arguments(GetWeather.class)).isEqualTo(new GetWeather("Paris"));
        return call;
    }

    private static String text(ChatCompletion completion) {
        return completion.choices().getFirst().message().content().orElse("");
    }

    private static String text(List<ChatCompletionChunk> chunks) {
        return chunks.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .flatMap(choice -> choice.delta().content().stream())
                .collect(Collectors.joining());
    }

    private static List<String> finishReasons(List<ChatCompletionChunk> chunks) {
        return chunks.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .flatMap(choice -> choice.finishReason().stream())
                .map(ChatCompletionChunk.Choice.FinishReason::asString)
                .toList();
    }

    private static void checkUsage(CompletionUsage usage) {
        assertThat(usage.completionTokens()).isPositive();
        assertThat(usage.totalTokens()).isEqualTo(usage.promptTokens() + usage.completionTokens());
    }
}
