package org.peercircle.quickstart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.peercircle.id.PersonId;
import org.peercircle.people.Affiliation;
import org.peercircle.people.AttributeValue;
import org.peercircle.people.Availability;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Declarations;
import org.peercircle.people.IdentityUse;
import org.peercircle.people.Participant;
import org.peercircle.people.PowerRelation;
import org.peercircle.people.WeeklyWindow;

/** Reads a roster through a mapping. Everything that is wrong is found in one go; then nothing is read at all. */
final class RosterReader {

    static final long MAX_BYTES = 50L << 20;

    private static final Pattern WINDOW =
            Pattern.compile("(?i)(mon|tue|wed|thu|fri|sat|sun)[a-z]*\\s+(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");

    private final Mapping mapping;
    private final List<RosterProblem> problems = new ArrayList<>();
    private final Set<PersonId> ids = new HashSet<>();
    private final Map<PersonId, Integer> rowOf = new LinkedHashMap<>();
    private final Map<PersonId, Set<PersonId>> supervisorsOf = new HashMap<>();
    private final Set<String> axes = new LinkedHashSet<>();
    private boolean hasInterests;

    private RosterReader(Mapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Reads a roster.
     *
     * @throws RosterException with everything that is wrong
     */
    static Roster read(Path file, Mapping mapping, Charset encoding) {
        return new RosterReader(mapping).read(text(file, encoding));
    }

    /** Reads a roster from text. */
    static Roster read(String text, Mapping mapping) {
        return new RosterReader(mapping).read(text);
    }

    private Roster read(String text) {
        try (CSVParser rows = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .setAllowMissingColumnNames(true)
                .get()
                .parse(new StringReader(text))) {
            requireColumns(rows.getHeaderNames());
            List<Roster.Entry> entries = new ArrayList<>();
            Map<String, PersonId> byName = new HashMap<>();
            List<CSVRecord> records = rows.getRecords();
            records.forEach(row -> idOf(row).ifPresent(id -> {
                ids.add(id);
                byName.putIfAbsent(field(row, "name"), id);
            }));
            for (CSVRecord row : records) {
                entry(row, byName).ifPresent(entries::add);
            }
            if (records.isEmpty()) {
                problems.add(new RosterProblem(
                        0, "", "no rows", "a header and a row for each person", "Export the roster again."));
            }
            findLoops();
            if (!problems.isEmpty()) {
                throw new RosterException(problems);
            }
            ImmutableSet<String> eligible =
                    mapping.list("eligible").isEmpty() ? mapping.list("stages") : mapping.list("eligible");
            return new Roster(
                    ImmutableList.copyOf(entries),
                    eligible.stream().map(CareerStage::new).collect(ImmutableSet.toImmutableSet()),
                    ImmutableSet.copyOf(axes),
                    hasInterests);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new RosterException(unreadable(e));
        }
    }

    private static RosterProblem unreadable(Exception why) {
        return new RosterProblem(
                0,
                "",
                String.valueOf(why.getMessage()),
                "comma-separated values with a header",
                "Export the roster as CSV again.");
    }

    private void requireColumns(List<String> there) {
        Stream.concat(
                        Stream.of(
                                        "id",
                                        "name",
                                        "stage",
                                        "department",
                                        "lab",
                                        "supervisor",
                                        "zone",
                                        "availability",
                                        "interests")
                                .flatMap(field -> mapping.columns(field).stream()),
                        Stream.of("identity", "number").flatMap(f -> mapping.family(f).values().stream()))
                .distinct()
                .filter(column -> !there.contains(column))
                .forEach(column -> problems.add(new RosterProblem(
                        1, column, "no such column", "one of " + there, "Mend the header or the mapping.")));
        for (String field : List.of("id", "name")) {
            if (mapping.columns(field).isEmpty()) {
                problems.add(new RosterProblem(
                        0, "mapping", field, "a line " + field + " = COLUMN", "Add it to the mapping file."));
            }
        }
        if (!problems.isEmpty()) {
            throw new RosterException(problems);
        }
    }

    private Optional<Roster.Entry> entry(CSVRecord row, Map<String, PersonId> byName) {
        int before = problems.size();
        Optional<PersonId> id = idOf(row);
        if (id.isEmpty()) {
            problem(row, "id", "1 to 80 letters, digits or . _ ~ @ : + -", "Give each person an id.");
            return Optional.empty();
        }
        Integer first = rowOf.putIfAbsent(id.orElseThrow(), rowNumber(row));
        if (first != null) {
            problem(row, "id", "an id of its own; row " + first + " has it too", "Delete one row, or mend its id.");
        }
        if (field(row, "name").isEmpty()) {
            problem(row, "name", "a name", "Fill it in.");
        }
        CareerStage stage = stage(row);
        Optional<Availability> availability = availability(row);
        Participant.Builder participant = Participant.builder()
                .id(id.orElseThrow())
                .name(field(row, "name").isEmpty() ? "?" : field(row, "name"))
                .stage(stage)
                .availability(availability);
        values(row, "department").forEach(unit -> participant.addAffiliations(Affiliation.department(unit)));
        values(row, "lab").forEach(unit -> participant.addAffiliations(Affiliation.lab(unit)));
        addSupervisors(row, id.orElseThrow(), byName, participant);
        ImmutableList<String> interests = values(row, "interests");
        if (!interests.isEmpty()) {
            hasInterests = true;
            participant.putAttributes("interests", AttributeValue.of(interests));
        }
        mapping.family("number")
                .forEach((name, column) ->
                        number(row, column).ifPresent(n -> participant.putAttributes(name, AttributeValue.of(n))));
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Roster.Entry(participant.build(), declared(row)));
    }

    private void addSupervisors(
            CSVRecord row, PersonId self, Map<String, PersonId> byName, Participant.Builder participant) {
        for (String name : values(row, "supervisor")) {
            // Somebody who is in the roster too is one person; others are known by name alone.
            PersonId holder = byName.containsKey(name)
                    ? byName.get(name)
                    : isId(name) && ids.contains(PersonId.of(name)) ? PersonId.of(name) : outsider(name);
            if (holder == null || holder.equals(self)) {
                problem(row, "supervisor", "somebody else than the person", "Mend the supervisor.");
                continue;
            }
            supervisorsOf.computeIfAbsent(self, k -> new LinkedHashSet<>()).add(holder);
            participant.addPowers(PowerRelation.supervisedBy(holder));
        }
    }

    private static PersonId outsider(String name) {
        StringBuilder id = new StringBuilder("staff:");
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .limit(12)
                .forEach(c -> id.append(
                        c < 128 && Character.isLetterOrDigit(c)
                                ? Character.toString(c)
                                : "~" + Integer.toHexString(c)));
        String text = id.length() > 60 ? id.substring(0, 60) : id.toString();
        return PersonId.of(text + "~" + Integer.toHexString(name.hashCode()));
    }

    private CareerStage stage(CSVRecord row) {
        String stage = mapping.constant("stage").orElseGet(() -> field(row, "stage"));
        ImmutableSet<String> known = mapping.list("stages");
        if (!known.contains(stage)) {
            problem(row, "stage", "one of " + known, "Mend the stage, or add it to stages in the mapping.");
        }
        return new CareerStage(stage.isEmpty() ? "?" : stage);
    }

    private Optional<Availability> availability(CSVRecord row) {
        String zone = mapping.constant("zone").orElseGet(() -> field(row, "zone"));
        ImmutableList<String> windows = values(row, "availability");
        Optional<ZoneId> parsed = Optional.empty();
        if (!zone.isEmpty()) {
            try {
                parsed = Optional.of(ZoneId.of(zone));
            } catch (DateTimeException e) {
                problem(row, "zone", "a time zone such as America/New_York", "Mend the zone.");
            }
        }
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        if (zone.isEmpty()) {
            problem(row, "zone", "a time zone, for there is an availability", "Fill it in.");
        }
        List<WeeklyWindow> read = new ArrayList<>();
        windows.forEach(w -> window(row, w).ifPresent(read::add));
        try {
            return parsed.map(z -> Availability.of(z, read));
        } catch (IllegalArgumentException overlap) {
            problem(row, "availability", "windows that do not overlap", "Join them: " + overlap.getMessage() + ".");
            return Optional.empty();
        }
    }

    private Optional<WeeklyWindow> window(CSVRecord row, String text) {
        Matcher matcher = WINDOW.matcher(text);
        if (matcher.matches()) {
            try {
                return Optional.of(
                        new WeeklyWindow(day(matcher.group(1)), time(matcher.group(2)), time(matcher.group(3))));
            } catch (DateTimeException | IllegalArgumentException e) {
                // Said below, in the words of the roster.
            }
        }
        problem(row, "availability", "windows such as Mon 12:00-13:30", "Mend the window \"" + text + "\".");
        return Optional.empty();
    }

    private static DayOfWeek day(String text) {
        String start = text.toUpperCase(Locale.ROOT);
        return Stream.of(DayOfWeek.values())
                .filter(d -> d.name().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    private Declarations declared(CSVRecord row) {
        Declarations declared = Declarations.NONE;
        ImmutableSet<String> undisclosed = mapping.list("undisclosed");
        for (Map.Entry<String, String> axis : mapping.family("identity").entrySet()) {
            ImmutableSet<String> values =
                    ImmutableList.copyOf(mapping.separator("identity." + axis.getKey())
                                    .split(row.get(axis.getValue())))
                            .stream()
                            .filter(value -> !undisclosed.contains(value))
                            .collect(ImmutableSet.toImmutableSet());
            if (!values.isEmpty()) {
                declared = declared.declaring(axis.getKey(), values, ImmutableSet.of(IdentityUse.FORMATION));
                axes.add(axis.getKey());
            }
        }
        return declared;
    }

    private Optional<Double> number(CSVRecord row, String column) {
        String text = row.get(column);
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // Said below, in the words of the roster.
        }
        problems.add(new RosterProblem(rowNumber(row), column, text, "a number", "Mend it or leave it empty."));
        return Optional.empty();
    }

    /** Somebody who, over others, supervises their own supervisor. */
    private void findLoops() {
        Set<PersonId> reported = new LinkedHashSet<>();
        for (PersonId start : supervisorsOf.keySet().stream().sorted().toList()) {
            List<PersonId> loop = loopFrom(start);
            if (!loop.isEmpty() && reported.stream().noneMatch(loop::contains)) {
                reported.addAll(loop);
                problems.add(new RosterProblem(
                        rowOf.getOrDefault(start, 0),
                        String.join(" + ", mapping.columns("supervisor")),
                        loop.stream().map(PersonId::value).collect(Collectors.joining(" → ")),
                        "nobody to be, over others, their own supervisor",
                        "Mend one of these supervisors."));
            }
        }
    }

    private List<PersonId> loopFrom(PersonId start) {
        Map<PersonId, PersonId> below = new HashMap<>();
        List<PersonId> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            PersonId next = open.remove(open.size() - 1);
            for (PersonId above : supervisorsOf.getOrDefault(next, Set.of())) {
                if (above.equals(start)) {
                    List<PersonId> loop = new ArrayList<>(List.of(start));
                    for (PersonId step = next; step != null && !step.equals(start); step = below.get(step)) {
                        loop.add(step);
                    }
                    loop.add(start);
                    return loop;
                }
                if (!below.containsKey(above)) {
                    below.put(above, next);
                    open.add(above);
                }
            }
        }
        return List.of();
    }

    private Optional<PersonId> idOf(CSVRecord row) {
        String id = field(row, "id");
        return isId(id) ? Optional.of(PersonId.of(id)) : Optional.empty();
    }

    private static boolean isId(String text) {
        return text.matches("[A-Za-z0-9._~@:+-]{1,80}");
    }

    private String field(CSVRecord row, String field) {
        return mapping.columns(field).stream()
                .map(column -> row.isSet(column) ? row.get(column).strip() : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private ImmutableList<String> values(CSVRecord row, String field) {
        return ImmutableSortedSet.copyOf(mapping.separator(field).split(field(row, field)))
                .asList();
    }

    private void problem(CSVRecord row, String field, String expected, String advice) {
        problems.add(new RosterProblem(
                rowNumber(row), String.join(" + ", mapping.columns(field)), field(row, field), expected, advice));
    }

    private static int rowNumber(CSVRecord row) {
        return (int) row.getRecordNumber() + 1;
    }

    /** Reads all of a file as text, without a byte order mark, or says from which row on it is not text. */
    private static String text(Path file, Charset encoding) {
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw new RosterException(new RosterProblem(
                        0,
                        "",
                        (size >> 20) + " MB",
                        "at most " + (MAX_BYTES >> 20) + " MB",
                        "Check that this is the roster; export only the columns needed."));
            }
            byte[] bytes = Files.readAllBytes(file);
            CharsetDecoder decoder = encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            ByteBuffer in = ByteBuffer.wrap(bytes);
            CharBuffer out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 16);
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                throw new RosterException(notText(bytes, in.position(), encoding));
            }
            decoder.flush(out);
            String text = out.flip().toString();
            String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (unmarked.isBlank()) {
                throw new RosterException(new RosterProblem(
                        0, "", "empty file", "a header and a row for each person", "Export the roster again."));
            }
            return unmarked;
        } catch (IOException e) {
            throw new RosterException(new RosterProblem(
                    0, "", file.toString(), "a file that can be read", "Check the path: " + e.getMessage()));
        }
    }

    private static RosterProblem notText(byte[] bytes, int position, Charset encoding) {
        int row = 1;
        for (int i = 0; i < position; i++) {
            row += bytes[i] == '\n' ? 1 : 0;
        }
        return new RosterProblem(
                row,
                "",
                String.format(Locale.ROOT, "byte %02x", bytes[position]),
                "text in " + encoding.name(),
                "Save the file as UTF-8, or say what it is in, such as --encoding ISO-8859-1.");
    }
}
