package touchstone.runner.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Numbers of system calls on one processor; from asm/unistd_64.h (x86_64) and asm-generic/unistd.h (aarch64).
 *
 * @param auditArchitecture AUDIT_ARCH_ of linux/audit.h
 * @param fork the call named clone
 * @param refused calls that fail with EPERM
 * @param missing calls that fail with ENOSYS, so that programs fall back
 */
record SystemCalls(
        int auditArchitecture, int fork, int personality, int socket, List<Integer> refused, List<Integer> missing) {

    /** Numbers that every processor shares, from 424 on. */
    private static final List<Integer> REFUSED_EVERYWHERE = List.of(
            428, 429, 430, 431, 432, 433, // open_tree, move_mount, fsopen, fsconfig, fsmount, fspick
            438, 440, 442, 443, 467); // pidfd_getfd, process_madvise, mount_setattr, quotactl_fd, open_tree_attr

    private static final List<Integer> MISSING_EVERYWHERE =
            List.of(425, 426, 427, 435); // io_uring_setup, io_uring_enter, io_uring_register, clone3

    private static final SystemCalls X86_64 = new SystemCalls(
            0xC000003E,
            56,
            135,
            41,
            List.of(
                    101, 310, 311, 312, // ptrace, process_vm_readv, process_vm_writev, kcmp
                    165, 166, 155, 161, // mount, umount2, pivot_root, chroot
                    308, 272, 321, 298, // setns, unshare, bpf, perf_event_open
                    323, 248, 249, 250, // userfaultfd, add_key, request_key, keyctl
                    246, 320, 174, 175, // kexec_load, kexec_file_load, create_module, init_module
                    176, 313, 169, 167, // delete_module, finit_module, reboot, swapon
                    168, 163, 179, 303, // swapoff, acct, quotactl, name_to_handle_at
                    304, 103, 227, 305, // open_by_handle_at, syslog, clock_settime, clock_adjtime
                    159, 164, 153, 300, // adjtimex, settimeofday, vhangup, fanotify_init
                    212, 172, 173, 154, // lookup_dcookie, iopl, ioperm, modify_ldt
                    170, 171, 256, 279, // sethostname, setdomainname, migrate_pages, move_pages
                    180), // nfsservctl
            MISSING_EVERYWHERE);

    private static final SystemCalls AARCH64 = new SystemCalls(
            0xC00000B7,
            220,
            92,
            198,
            List.of(
                    117, 270, 271, 272, // ptrace, process_vm_readv, process_vm_writev, kcmp
                    40, 39, 41, 51, // mount, umount2, pivot_root, chroot
                    268, 97, 280, 241, // setns, unshare, bpf, perf_event_open
                    282, 217, 218, 219, // userfaultfd, add_key, request_key, keyctl
                    104, 294, 105, // kexec_load, kexec_file_load, init_module
                    106, 273, 142, 224, // delete_module, finit_module, reboot, swapon
                    225, 89, 60, 264, // swapoff, acct, quotactl, name_to_handle_at
                    265, 116, 112, 266, // open_by_handle_at, syslog, clock_settime, clock_adjtime
                    171, 170, 58, 262, // adjtimex, settimeofday, vhangup, fanotify_init
                    18, 161, 162, 238, 239), // lookup_dcookie, sethostname, setdomainname, migrate_pages, move_pages
            MISSING_EVERYWHERE);

    SystemCalls {
        refused = List.copyOf(refused);
        missing = List.copyOf(missing);
    }

    /** @param architecture as the system property {@code os.arch} names it */
    static Optional<SystemCalls> forProcessor(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64" -> Optional.of(X86_64.withSharedNumbers());
            case "aarch64" -> Optional.of(AARCH64.withSharedNumbers());
            default -> Optional.empty();
        };
    }

    private SystemCalls withSharedNumbers() {
        List<Integer> all = new ArrayList<>(refused);
        all.addAll(REFUSED_EVERYWHERE);
        return new SystemCalls(auditArchitecture, fork, personality, socket, all, missing);
    }
}
