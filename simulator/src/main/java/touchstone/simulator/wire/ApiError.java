package touchstone.simulator.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error response of the API: a status and the body {@code {"error": {message, type, param, code}}}.
 *
 * @param param the request parameter at fault, if one is
 * @param code the machine-readable code, if there is one
 */
record ApiError(
        int status,
        String type,
        @Nullable String param,
        @Nullable String code,
        String message) {

    private static final String INVALID = "invalid_request_error";

    static ApiError malformed() {
        return new ApiError(
                400,
                INVALID,
                null,
                null,
                "We could not parse the JSON body of your request. The API expects a JSON object.");
    }

    static ApiError missing(String param) {
        return new ApiError(
                400, INVALID, param, "missing_required_parameter", "Missing required parameter: '" + param + "'.");
    }

    static ApiError wrongType(String param, String expected) {
        return new ApiError(
                400, INVALID, param, "invalid_type", "Invalid type for '" + param + "': expected " + expected + ".");
    }

    static ApiError invalid(String param, String message) {
        return new ApiError(400, INVALID, param, "invalid_value", message);
    }

    static ApiError unsupported(String param, String message) {
        return new ApiError(400, INVALID, param, "unsupported_parameter", message);
    }

    static ApiError tooLong(String param, int most, long tokens) {
        return new ApiError(
                400,
                INVALID,
                param,
                "context_length_exceeded",
                "This model's maximum context length is " + most + " tokens. However, you requested " + tokens
                        + " tokens. Please reduce the length of the messages or completion.");
    }

    static ApiError noKey() {
        return new ApiError(
                401,
                INVALID,
                null,
                null,
                "You didn't provide an API key. Send it in an Authorization header: Authorization: Bearer YOUR_KEY.");
    }

    static ApiError wrongKey() {
        return new ApiError(401, INVALID, null, "invalid_api_key", "Incorrect API key provided.");
    }

    static ApiError noModel(String model) {
        return new ApiError(
                404,
                INVALID,
                null,
                "model_not_found",
                "The model `" + model + "` does not exist or you do not have access to it.");
    }

    static ApiError noPath(String method, String path) {
        return new ApiError(404, INVALID, null, null, "Invalid URL (" + method + " " + path + ")");
    }

    static ApiError noMethod(String method, String path) {
        return new ApiError(
                405, INVALID, null, "method_not_supported", "Not allowed to " + method + " on " + path + ".");
    }

    static ApiError tooBig(int mostBytes) {
        return new ApiError(
                413, INVALID, null, "request_too_large", "The request body is larger than " + mostBytes + " bytes.");
    }

    static ApiError rateLimited(String bucket) {
        return new ApiError(
                429,
                bucket,
                null,
                "rate_limit_exceeded",
                "Rate limit reached on " + bucket + " per minute. Please try again later.");
    }

    static ApiError tooManyTokens(long tokens, long most) {
        return new ApiError(
                429,
                "tokens",
                null,
                "rate_limit_exceeded",
                "Request too large on tokens per minute: limit " + most + ", requested " + tokens
                        + ". The input or output tokens must be reduced.");
    }

    static ApiError noQuota() {
        return new ApiError(
                429,
                "insufficient_quota",
                null,
                "insufficient_quota",
                "You exceeded your current quota, please check your plan and billing details.");
    }

    /** The usual body of a status that a fault imposes. */
    static ApiError ofStatus(int status) {
        return switch (status) {
            case 400 -> new ApiError(400, INVALID, null, null, "The request was rejected.");
            case 401 -> wrongKey();
            case 403 -> new ApiError(403, INVALID, null, "forbidden", "You are not allowed to use this model.");
            case 404 -> new ApiError(404, INVALID, null, "not_found", "The resource was not found.");
            case 503 ->
                new ApiError(
                        503,
                        "server_error",
                        null,
                        "server_is_overloaded",
                        "The server is overloaded or not ready yet. Please try again later.");
            default ->
                new ApiError(
                        status,
                        "server_error",
                        null,
                        null,
                        "The server had an error while processing your request. Sorry about that!");
        };
    }

    /** The body as UTF-8 JSON. */
    byte[] json() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.putObject("error")
                .put("message", message)
                .put("type", type)
                .put("param", param)
                .put("code", code);
        return JsonMapper.shared().writeValueAsBytes(root);
    }
}
