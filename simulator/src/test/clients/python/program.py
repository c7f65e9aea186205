"""Meets the simulated model with openai-python: one JSON line a feature on standard output."""

import base64
import json
import os
import struct

import openai
from pydantic import BaseModel

MODEL = "sim-clients"
VECTORS = "sim-embed-small"
ANSWER = os.environ["EXPECTED_ANSWER"]
TEXT = os.environ["EXPECTED_TEXT"]
VECTOR = json.loads(os.environ["EXPECTED_VECTOR"])

client = openai.OpenAI(max_retries=0, timeout=60)

# Validates every answer against the client's own types; used wherever the answer is whole.
strict = openai.OpenAI(max_retries=0, timeout=60, _strict_response_validation=True)


class Differs(Exception):
    """What the client does instead, where no one promises more."""


class Order(BaseModel):
    order_number: int
    customer: str


def ask(item):
    return [{"role": "user", "content": f"Answer the question {item}."}]


def chat(item, using=strict, **more):
    return using.chat.completions.create(**{"model": MODEL, "messages": ask(item), **more})


def check(holds, what):
    if not holds:
        raise AssertionError(what)


def text_of(chunks):
    return "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)


def raises(expected, code, call):
    """The type of exception that the call ends with, which must be exactly the expected one."""
    try:
        call()
    except Exception as error:
        check(type(error) is expected, f"raised {type(error).__name__}: {error}")
        check(code is None or error.code == code, f"code {getattr(error, 'code', None)}")
        return type(error).__name__
    raise AssertionError("raised nothing")


def plain_chat():
    completion = chat("plain-chat")
    choice = completion.choices[0]
    check(choice.message.content == ANSWER, choice.message.content)
    check(choice.message.role == "assistant" and choice.finish_reason == "stop", choice)
    usage = completion.usage
    check(0 < usage.completion_tokens == usage.total_tokens - usage.prompt_tokens, usage)


def streamed_chat():
    chunks = list(chat("streamed-chat", stream=True))
    check(text_of(chunks) == ANSWER, text_of(chunks))
    check(chunks[-1].choices[0].finish_reason == "stop", chunks[-1])
    check(all(chunk.usage is None for chunk in chunks), "usage that nobody asked for")


def usage_in_stream():
    chunks = list(chat("usage-in-stream", stream=True, stream_options={"include_usage": True}))
    check(all(chunk.usage is None for chunk in chunks[:-1]), "usage before the last chunk")
    usage = chunks[-1].usage
    check(chunks[-1].choices == [], chunks[-1])
    check(0 < usage.completion_tokens == usage.total_tokens - usage.prompt_tokens, usage)


TOOL = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "The weather in a city",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}},
            "required": ["city"],
            "additionalProperties": False,
        },
        "strict": True,
    },
}
QUESTION = {"role": "user", "content": "What is the weather in Paris today?"}


def tool_round_trip():
    first = chat("", messages=[QUESTION], tools=[TOOL]).choices[0]
    check(first.finish_reason == "tool_calls", first)
    call = first.message.tool_calls[0]
    check(call.function.name == "get_weather", call)
    check(json.loads(call.function.arguments) == {"city": "Paris"}, call)
    result = {"role": "tool", "tool_call_id": call.id, "content": "21 degrees"}
    second = chat("", messages=[QUESTION, first.message, result], tools=[TOOL]).choices[0]
    check("21 degrees" in second.message.content and second.finish_reason == "stop", second)


def streamed_tool_call():
    with strict.chat.completions.stream(model=MODEL, messages=[QUESTION], tools=[TOOL]) as stream:
        choice = stream.get_final_completion().choices[0]
    call = choice.message.tool_calls[0]
    check(choice.finish_reason == "tool_calls" and call.id, choice)
    check(call.function.name == "get_weather", call)
    check(json.loads(call.function.arguments) == {"city": "Paris"}, call)


def json_schema():
    messages = [{"role": "user", "content": "Extract the order: order number 4711, customer Ada Lovelace."}]
    completion = strict.chat.completions.parse(model=MODEL, messages=messages, response_format=Order)
    check(completion.choices[0].message.parsed.order_number == 4711, completion.choices[0].message)


def same_vector(vector):
    check(len(vector) == len(VECTOR), f"{len(vector)} numbers")
    check(max(abs(a - b) for a, b in zip(vector, VECTOR)) < 1e-6, "other numbers")


def embed(using=client, **more):
    return using.embeddings.create(model=VECTORS, input=[TEXT], **more).data[0].embedding


def embeddings_default():
    same_vector(embed())


def embeddings_float():
    same_vector(embed(using=strict, encoding_format="float"))


def embeddings_base64():
    vector = embed(encoding_format="base64")
    if isinstance(vector, str):
        raw = base64.b64decode(vector)
        same_vector(struct.unpack(f"<{len(raw) // 4}f", raw))
        return "as the encoded string"
    same_vector(vector)
    return "decoded"


def models():
    listed = [model.id for model in strict.models.list()]
    check(MODEL in listed and VECTORS in listed, listed)
    check(strict.models.retrieve(MODEL).id == MODEL, "another model")


def moderations():
    results = strict.moderations.create(input=["What a fine day", "I will hurt you"]).results
    check([result.flagged for result in results] == [False, True], results)


def bad_request():
    long = [{"role": "user", "content": "word " * 4000}]
    return raises(openai.BadRequestError, "context_length_exceeded", lambda: chat("", messages=long))


def unauthorized():
    other = client.with_options(api_key="sk-wrong")
    return raises(openai.AuthenticationError, "invalid_api_key", lambda: chat("plain-chat", using=other))


def not_found():
    return raises(openai.NotFoundError, "model_not_found", lambda: chat("plain-chat", model="sim-nowhere"))


def rate_limited():
    return raises(openai.RateLimitError, "rate_limit_exceeded", lambda: chat("rate-limited", using=client))


def server_error():
    return raises(openai.InternalServerError, None, lambda: chat("server-error", using=client))


def timeout():
    return raises(openai.APITimeoutError, None, lambda: chat("timeout", using=client, timeout=0.5))


def connection_reset():
    return raises(openai.APIConnectionError, None, lambda: chat("connection-reset", using=client))


def malformed_json():
    try:
        chat("malformed-json", using=client)
    except openai.OpenAIError as error:
        return type(error).__name__
    except json.JSONDecodeError:
        raise Differs("`json.JSONDecodeError`, none of the client's own types") from None
    raise AssertionError("raised nothing")


def error_event():
    return raises(openai.APIError, None, lambda: list(chat("error-event", using=client, stream=True)))


def abort():
    stream = chat("abort", using=client, stream=True)
    for chunk in stream:
        if chunk.choices[0].delta.content:
            break
    stream.close()


def retry():
    patient = client.with_options(max_retries=2)
    check(chat("retry", using=patient).choices[0].message.content == ANSWER, "other answer")


def clean_end():
    try:
        chunks = list(chat("clean-end", using=client, stream=True))
    except openai.APIError as error:
        return type(error).__name__
    check(ANSWER.startswith(text_of(chunks)) and text_of(chunks) != ANSWER, text_of(chunks))
    check(all(choice.finish_reason is None for chunk in chunks for choice in chunk.choices), "a finish reason")
    raise Differs("no error; only the missing finish reason shows it")


FEATURES = [
    plain_chat, streamed_chat, usage_in_stream, tool_round_trip, streamed_tool_call, json_schema, embeddings_default,
    embeddings_float, embeddings_base64, models, moderations, bad_request, unauthorized, not_found, rate_limited, server_error, timeout,
    connection_reset, malformed_json, error_event, abort, retry, clean_end,
]

for feature in FEATURES:
    try:
        result, detail = "works", feature() or ""
    except Differs as different:
        result, detail = "differs", str(different)
    except Exception as wrong:
        result, detail = "wrong", f"{type(wrong).__name__}: {wrong}"
    print(
        json.dumps({
            "client": "openai-python",
            "version": openai.__version__,
            "feature": feature.__name__.replace("_", "-"),
            "result": result,
            "detail": detail,
        }),
        flush=True,
    )
