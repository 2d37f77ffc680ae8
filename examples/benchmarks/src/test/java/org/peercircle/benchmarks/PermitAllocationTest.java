package org.peercircle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * To permit allocates nothing: seen in a process of its own, since what else ran before decides what Java's compiler leaves
 * out.
 */
class PermitAllocationTest {

    private static final int ROUNDS = 100;
    private static final int PAGES = 200;
    private static final int PIECES = 200;

    @Test
    void a_permit_allocates_nothing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PermitAllocationTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        // A page is gone through with an iterator; that is less than a byte for each of its 200 pieces.
        assertThat(Long.parseLong(said.trim())).as("bytes a page").isLessThan(PIECES);
    }

    /** Prints the fewest bytes that a page took. */
    public static void main(String[] arguments) {
        DisclosureBenchmark disclosure = new DisclosureBenchmark();
        disclosure.stays = 50;
        disclosure.makeUp();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long shown = 0;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < PAGES; i++) {
                shown += disclosure.page();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        if (shown != (long) ROUNDS * PAGES * PIECES) {
            throw new IllegalStateException("expected to see every piece, but saw " + shown);
        }
        System.out.println(least / PAGES);
    }
}
