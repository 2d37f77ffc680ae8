package org.peercircle.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;
import org.peercircle.formation.Entrant;
import org.peercircle.formation.FormationProblem;
import org.peercircle.formation.GroupBounds;
import org.peercircle.formation.Preference;
import org.peercircle.id.PersonId;

/** An instance of the maximally diverse grouping problem, from a file of MDGPLIB, plain or gzip. */
final class MdgpInstance {

    private static final int GZIP_MAGIC = 0x1f;

    private final String name;
    private final ImmutableList<GroupBounds> bounds;
    private final double[][] weights;

    private MdgpInstance(String name, ImmutableList<GroupBounds> bounds, double[][] weights) {
        this.name = name;
        this.bounds = bounds;
        this.weights = weights;
    }

    /**
     * Reads a file: first {@code n m ss|ds} and a lower and upper size a group, then {@code i j weight} a line.
     *
     * @throws IOException if it can't be read or is not of that form; the message names the line
     */
    static MdgpInstance read(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(unzipped(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String head = lines.readLine();
            int number = 1;
            try {
                StringTokenizer words = new StringTokenizer(Objects.requireNonNullElse(head, ""));
                int n = Integer.parseInt(words.nextToken());
                int groups = Integer.parseInt(words.nextToken());
                words.nextToken();
                List<GroupBounds> bounds = new ArrayList<>();
                for (int g = 0; g < groups; g++) {
                    bounds.add(
                            new GroupBounds(Integer.parseInt(words.nextToken()), Integer.parseInt(words.nextToken())));
                }
                double[][] weights = new double[n][n];
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    if (!line.isBlank()) {
                        readWeight(new StringTokenizer(line), weights);
                    }
                }
                return new MdgpInstance(nameOf(file), ImmutableList.copyOf(bounds), weights);
            } catch (RuntimeException e) {
                throw new IOException(
                        "line " + number + " of " + file + " must be as MDGPLIB has it, but is not: " + e.getMessage(),
                        e);
            }
        }
    }

    private static void readWeight(StringTokenizer words, double[][] weights) {
        int one = Integer.parseInt(words.nextToken());
        int other = Integer.parseInt(words.nextToken());
        weights[one][other] = Double.parseDouble(words.nextToken());
        weights[other][one] = weights[one][other];
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(in);
        int first = peeked.read();
        if (first >= 0) {
            peeked.unread(first);
        }
        return first == GZIP_MAGIC ? new GZIPInputStream(peeked) : peeked;
    }

    private static String nameOf(Path file) {
        return MoreFiles.getNameWithoutExtension(file).replaceFirst("\\.txt$", "");
    }

    String name() {
        return name;
    }

    int people() {
        return weights.length;
    }

    ImmutableList<GroupBounds> bounds() {
        return bounds;
    }

    double weight(int one, int other) {
        return weights[one][other];
    }

    /** The instance as a host would put it: one criterion over pairs. */
    FormationProblem problem() {
        ImmutableMap.Builder<PersonId, Integer> numbers = ImmutableMap.builder();
        List<Entrant> entrants = new ArrayList<>();
        for (int i = 0; i < people(); i++) {
            Entrant entrant = Entrant.of(PersonId.of("p" + i), ImmutableMap.of());
            entrants.add(entrant);
            numbers.put(entrant.id(), i);
        }
        ImmutableMap<PersonId, Integer> numberOf = numbers.buildOrThrow();
        return FormationProblem.builder()
                .addAllEntrants(entrants)
                .addAllBounds(bounds)
                .addWishes(Preference.pairSum(
                                "diversity", (a, b) -> weights[number(numberOf, a.id())][number(numberOf, b.id())])
                        .weighing(1))
                .build();
    }

    private static int number(ImmutableMap<PersonId, Integer> numbers, PersonId person) {
        return Objects.requireNonNull(numbers.get(person));
    }

    /** Sums up groups from the file alone, and checks that they seat everybody once, within the bounds. */
    double value(List<? extends List<PersonId>> groups) {
        boolean[] seated = new boolean[people()];
        double value = 0;
        for (int g = 0; g < groups.size(); g++) {
            List<Integer> members = groups.get(g).stream()
                    .map(id -> Integer.valueOf(id.value().substring(1)))
                    .toList();
            require(
                    members.size() >= bounds.get(g).min()
                            && members.size() <= bounds.get(g).max(),
                    "group " + g + " of " + members.size() + " is outside " + bounds.get(g));
            for (int i = 0; i < members.size(); i++) {
                require(!seated[members.get(i)], members.get(i) + " sits twice");
                seated[members.get(i)] = true;
                for (int j = 0; j < i; j++) {
                    value += weights[members.get(i)][members.get(j)];
                }
            }
        }
        for (int i = 0; i < seated.length; i++) {
            require(seated[i], i + " sits nowhere");
        }
        return value;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalStateException("not a solution: " + message);
        }
    }
}
