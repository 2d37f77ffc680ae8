package org.peercircle.persistence.tck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.RecordStore;

/** Another process that commits without end, until it is killed. */
final class Child {

    private static final String ACKNOWLEDGED = "applied ";
    /** At the end of a line, which a kill may have cut. */
    private static final String WHOLE = " in full";

    private static final int MOST_IN_VAIN = 100;

    private Child() {}

    /**
     * Lets another process commit to a store, and kills it once so many commits were acknowledged.
     *
     * @param contract a class whose object opens the store at the address
     * @return what the process printed
     */
    static String killedAfter(Class<?> contract, String address, String run, int commits)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        contract.getName(),
                        address,
                        run)
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int acknowledged = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                acknowledged += isAcknowledgment(line) ? 1 : 0;
                if (acknowledged == commits) {
                    // Not the process itself, which would close what it still has to say.
                    process.toHandle().destroyForcibly();
                }
            }
            if (acknowledged < commits) {
                throw new AssertionError("the other process ended by itself: " + said);
            }
        }
        process.waitFor();
        return said.toString();
    }

    /** Returns the ids of the commits that the process was told were applied. */
    static List<String> acknowledged(String said) {
        return said.lines()
                .filter(Child::isAcknowledgment)
                .map(line -> line.substring(ACKNOWLEDGED.length(), line.length() - WHOLE.length()))
                .toList();
    }

    private static boolean isAcknowledgment(String line) {
        return line.startsWith(ACKNOWLEDGED) && line.endsWith(WHOLE);
    }

    /** Commits to both a and b, again and again, until killed, none is applied any more, or nobody listens. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(arguments[0]).getDeclaredConstructor();
        constructor.setAccessible(true);
        StoreFixture fixture = (StoreFixture) constructor.newInstance();
        RecordStore store = fixture.openAt(arguments[1]);
        int inVain = 0;
        for (int i = 0; inVain < MOST_IN_VAIN && !System.out.checkError(); i++) {
            String id = arguments[2] + "-" + i;
            long version = StoreFixture.version(store, "a");
            CommitOutcome outcome = store.commit(new Commit(
                    StoreFixture.TENANT,
                    id,
                    "f",
                    List.of(StoreFixture.replace("a", version), StoreFixture.replace("b", version)),
                    List.of()));
            inVain++;
            if (outcome instanceof CommitOutcome.Applied) {
                inVain = 0;
                System.out.println(ACKNOWLEDGED + id + WHOLE);
            }
        }
    }
}
