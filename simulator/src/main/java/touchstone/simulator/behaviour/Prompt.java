package touchstone.simulator.behaviour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import touchstone.simulator.behaviour.ChatRequest.Message;

/** The text of a request, read once: its words, where each of them stands, and which message says what. */
final class Prompt {

    private static final int[] NOWHERE = new int[0];

    private final List<Message> messages;
    private final String text;
    private final Words words;
    private final int[] messageStarts;
    private final Map<String, int[]> places = new HashMap<>();

    Prompt(ChatRequest request) {
        messages = request.messages();
        text = request.promptText();
        words = Words.of(text);
        messageStarts = new int[messages.size()];
        int start = 0;
        for (int i = 0; i < messages.size(); i++) {
            messageStarts[i] = start;
            start += messages.get(i).text().length() + 1;
        }
        Map<String, Integer> counts = new HashMap<>(2 * words.size());
        for (String word : words.words()) {
            counts.merge(word, 1, Integer::sum);
        }
        for (int i = words.size() - 1; i >= 0; i--) {
            String word = words.at(i);
            int left = counts.merge(word, -1, Integer::sum);
            places.computeIfAbsent(word, first -> new int[left + 1])[left] = i;
        }
    }

    List<Message> messages() {
        return messages;
    }

    String text() {
        return text;
    }

    Words words() {
        return words;
    }

    /** Every place of a word, in order. */
    int[] placesOf(String word) {
        return places.getOrDefault(word, NOWHERE);
    }

    boolean has(String word) {
        return places.containsKey(word);
    }

    /** Number of the message that holds this character. */
    int messageAt(int character) {
        int found = Arrays.binarySearch(messageStarts, character);
        return found >= 0 ? found : -found - 2;
    }

    /** Where a message begins in the text, in characters. */
    int startOf(int message) {
        return messageStarts[message];
    }

    /** Number of the last user message; -1 when there is none. */
    int lastUser() {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).role().equals("user")) {
                return i;
            }
        }
        return -1;
    }

    /** Texts of the messages that may instruct: system, developer and user. */
    List<String> instructing() {
        List<String> texts = new ArrayList<>();
        for (Message message : messages) {
            switch (message.role()) {
                case "system", "developer", "user" -> texts.add(message.text());
                default -> {}
            }
        }
        return texts;
    }

    /** What stands at a run of words, as it stands there. */
    String at(Span span) {
        return text.substring(words.start(span.from()), words.end(span.to() - 1));
    }

    /** A run of words of the prompt: places from {@code from} to before {@code to}. */
    record Span(int from, int to) {}
}
