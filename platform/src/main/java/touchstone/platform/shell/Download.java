package touchstone.platform.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file that the answer consists of. It becomes one with its first byte; what is refused before that is still shown as a
 * page.
 */
public final class Download extends OutputStream {

    private final HttpServletResponse response;
    private final String mediaType;
    private final String fileName;
    private boolean begun;

    public Download(HttpServletResponse response, String mediaType, String fileName) {
        this.response = response;
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    @Override
    public void write(int one) throws IOException {
        begin().write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        begin().write(bytes, from, count);
    }

    private OutputStream begin() throws IOException {
        if (!begun) {
            begun = true;
            response.setContentType(mediaType);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(fileName).build().toString());
        }
        return response.getOutputStream();
    }
}
