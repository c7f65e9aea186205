package touchstone.runner.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A seccomp filter as the kernel takes it: classic BPF over {@code struct seccomp_data}.
 *
 * <p>It refuses what a program that serves HTTP does not need and kernel exploits do: tracing, mounting, namespaces,
 * BPF, keys, modules, clocks, file handles, unusual socket families. Calls that programs try and do without
 * ({@code io_uring}, {@code clone3}) fail as if the kernel had none. Everything else is allowed; this is the second
 * wall, behind namespaces and dropped capabilities.
 *
 * <p>Sources: seccomp(2); linux/seccomp.h, linux/bpf_common.h, linux/audit.h; Docker's default profile.
 */
final class SeccompFilter {

    private static final int LOAD = 0x20;
    private static final int JUMP_EQUAL = 0x15;
    private static final int JUMP_AT_LEAST = 0x35;
    private static final int JUMP_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int THIRD_ARGUMENT = 32;

    private static final int ALLOW = 0x7fff0000;
    private static final int KILL_PROCESS = 0x80000000;
    private static final int NOT_PERMITTED = 0x00050000 | 1;
    private static final int NO_SUCH_CALL = 0x00050000 | 38;
    private static final int NO_SUCH_FAMILY = 0x00050000 | 97;

    private static final int X32_BIT = 0x40000000;
    /** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
    private static final int NEW_NAMESPACES = 0x7E020000;

    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int AF_NETLINK = 16;

    private final ByteArrayOutputStream program = new ByteArrayOutputStream();

    private SeccompFilter() {}

    /** The filter for this processor ({@code os.arch}), or empty where none is written. */
    static Optional<byte[]> forProcessor(String architecture) {
        return SystemCalls.forProcessor(architecture).map(calls -> new SeccompFilter().write(calls));
    }

    private byte[] write(SystemCalls calls) {
        step(LOAD, 0, 0, ARCHITECTURE);
        step(JUMP_EQUAL, 1, 0, calls.auditArchitecture());
        step(RETURN, 0, 0, KILL_PROCESS);
        step(LOAD, 0, 0, NUMBER);
        step(JUMP_AT_LEAST, 0, 1, X32_BIT);
        step(RETURN, 0, 0, NOT_PERMITTED);
        calls.refused().forEach(call -> refuse(call, NOT_PERMITTED));
        calls.missing().forEach(call -> refuse(call, NO_SUCH_CALL));
        cloneWithoutNamespaces(calls.fork());
        personalityOnlyAsk(calls.personality());
        usualSocketsOnly(calls.socket());
        step(RETURN, 0, 0, ALLOW);
        return program.toByteArray();
    }

    private void refuse(int call, int answer) {
        step(JUMP_EQUAL, 0, 1, call);
        step(RETURN, 0, 0, answer);
    }

    private void cloneWithoutNamespaces(int call) {
        step(JUMP_EQUAL, 0, 4, call);
        step(LOAD, 0, 0, FIRST_ARGUMENT);
        step(JUMP_ANY_BIT, 0, 1, NEW_NAMESPACES);
        step(RETURN, 0, 0, NOT_PERMITTED);
        step(RETURN, 0, 0, ALLOW);
    }

    private void personalityOnlyAsk(int call) {
        step(JUMP_EQUAL, 0, 5, call);
        step(LOAD, 0, 0, FIRST_ARGUMENT);
        step(JUMP_EQUAL, 2, 0, 0xffffffff);
        step(JUMP_EQUAL, 1, 0, 0);
        step(RETURN, 0, 0, NOT_PERMITTED);
        step(RETURN, 0, 0, ALLOW);
    }

    /** Netlink only for the routing protocol, which lists the box's own interfaces (node: os.networkInterfaces). */
    private void usualSocketsOnly(int call) {
        step(JUMP_EQUAL, 0, 9, call);
        step(LOAD, 0, 0, FIRST_ARGUMENT);
        step(JUMP_EQUAL, 6, 0, AF_UNIX);
        step(JUMP_EQUAL, 5, 0, AF_INET);
        step(JUMP_EQUAL, 4, 0, AF_INET6);
        step(JUMP_EQUAL, 0, 2, AF_NETLINK);
        step(LOAD, 0, 0, THIRD_ARGUMENT);
        step(JUMP_EQUAL, 1, 0, 0);
        step(RETURN, 0, 0, NO_SUCH_FAMILY);
        step(RETURN, 0, 0, ALLOW);
    }

    /** One {@code struct sock_filter}; the jumps count steps to skip. */
    private void step(int code, int ifTrue, int ifFalse, int value) {
        program.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) code)
                .put((byte) ifTrue)
                .put((byte) ifFalse)
                .putInt(value)
                .array());
    }
}
