package touchstone.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import touchstone.platform.shared.Ids;
import touchstone.platform.shared.Refusal;

/** Turns refusals and our own failures into pages. Nobody ever sees an exception's message or a stack trace. */
@ControllerAdvice
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Ids ids;

    Refusals(Ids ids) {
        this.ids = ids;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request) {
        HttpStatus status = HttpStatus.valueOf(refusal.kind().status());
        return problem(request, new ProblemView(refusal.code(), refusal.arguments(), status.value(), ""), status);
    }

    /** Also what Spring itself refuses: a wrong method, a missing parameter, an upload over the limit. */
    @ExceptionHandler
    ModelAndView failed(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            String code = switch (status) {
                case NOT_FOUND -> "problem.not-found";
                case CONTENT_TOO_LARGE -> "problem.too-large";
                default -> "problem.unusable";
            };
            return problem(request, new ProblemView(code, java.util.List.of(), status.value(), ""), status);
        }
        if (failure instanceof TypeMismatchException
                || failure instanceof HttpMessageNotReadableException
                || failure instanceof MultipartException) {
            return problem(
                    request,
                    new ProblemView("problem.unusable", java.util.List.of(), HttpStatus.BAD_REQUEST.value(), ""),
                    HttpStatus.BAD_REQUEST);
        }
        String reference = ids.next().toString();
        LOG.error("failure {} at {} {}", reference, request.getMethod(), request.getServletPath(), failure);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        return problem(
                request, new ProblemView("problem.failed", java.util.List.of(), status.value(), reference), status);
    }

    /** A form that was sent by htmx stays as it is, and the sentence appears above it. */
    static ModelAndView problem(HttpServletRequest request, ProblemView view, HttpStatus status) {
        boolean inPlace = "true".equals(request.getHeader("HX-Request"));
        return Screen.of(inPlace ? "shell/problem-fragment" : "shell/problem", view, status);
    }
}
