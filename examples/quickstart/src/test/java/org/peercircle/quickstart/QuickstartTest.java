package org.peercircle.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a coordinator runs it. */
class QuickstartTest {

    @TempDir
    static Path shared;

    private static String told = "";

    @TempDir
    Path folder;

    private static Path sample() {
        return shared.resolve("out");
    }

    @BeforeAll
    static void run_on_the_shipped_roster() {
        StringWriter text = new StringWriter();
        assertThat(Quickstart.run(new PrintWriter(text, true), "--out", sample().toString(), "--moves", "60000"))
                .isZero();
        told = text.toString();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void the_summary_tells_progress_outcome_groups_and_who_sees_what() {
        assertThat(told)
                .contains("Read 120 people.")
                .containsPattern("forming: 2[5-9] %")
                .contains("Every open rule is kept, and every private one.")
                .contains("third ")
                .contains("took the seat from the waitlist")
                .containsPattern("The coordinator +There is no plan")
                .contains("Wrote ");
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_other_groups() throws IOException {
        Path again = folder.resolve("again");
        Path other = folder.resolve("other");
        StringWriter ignored = new StringWriter();
        Quickstart.run(new PrintWriter(ignored), "--out", again.toString(), "--moves", "60000");
        Quickstart.run(new PrintWriter(ignored), "--out", other.toString(), "--moves", "60000", "--seed", "2");
        assertThat(files(again)).isEqualTo(files(sample()));
        assertThat(files(other).get("groups.csv")).isNotEqualTo(files(sample()).get("groups.csv"));
    }

    @Test
    void kept_in_a_database_it_is_the_same_year_and_the_database_holds_no_word_of_it() throws IOException {
        Path kept = folder.resolve("kept");
        String url = "jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0";
        StringWriter said = new StringWriter();
        int code = Quickstart.run(
                new PrintWriter(said, true),
                "--out",
                kept.toString(),
                "--moves",
                "60000",
                "--store",
                url,
                "--keys",
                kept + "-keys");
        assertThat(code).isZero();
        assertThat(said.toString()).contains("Kept in H2 as quickstart-").contains("the keys are in " + kept + "-keys");
        assertThat(Files.readString(kept.resolve("index.html")))
                .isEqualTo(Files.readString(sample().resolve("index.html")));
        String file = Files.readString(folder.resolve("store.mv.db"), StandardCharsets.ISO_8859_1);
        assertThat(file).contains("quickstart-").contains("sealed-json");
        assertThat(file)
                .doesNotContain("lighter load")
                .doesNotContain("supervisor")
                .doesNotContain("Postdoc");
    }

    @Test
    void a_database_that_cannot_be_reached_is_told_without_its_password() {
        StringWriter said = new StringWriter();
        int code = Quickstart.run(
                new PrintWriter(said, true),
                "--store",
                "jdbc:h2:tcp://localhost:1/none;PASSWORD=secret",
                "--keys",
                folder + "/keys");
        assertThat(code).isEqualTo(2);
        assertThat(said.toString())
                .contains("--store jdbc:h2:tcp://localhost:1/none")
                .doesNotContain("secret");
    }

    @Test
    void everybody_is_in_one_group_or_waits() throws IOException {
        JsonNode report = new ObjectMapper().readTree(Files.readString(sample().resolve("report.json")));
        long seated = 0;
        for (JsonNode group : report.get("groups")) {
            seated += group.get("members").size();
            // Two groups lost members until they were one short.
            assertThat(group.get("members").size()).isBetween(5, 10);
            assertThat(group.get("meetings").size()).isEqualTo(12);
        }
        assertThat(seated + report.get("waiting").size() + report.get("left").size())
                .isEqualTo(120);
        assertThat(report.get("left").size()).isGreaterThanOrEqualTo(3);
        assertThat(report.get("formation").get("outcome").asText()).isEqualTo("MUSTS_KEPT");
        assertThat(Files.readAllLines(sample().resolve("groups.csv"))).hasSize((int) seated + 1);
    }

    @Test
    void S7_the_year_has_departures_a_backfill_a_merge_advice_and_S17_a_lapse_that_is_a_signal_only()
            throws IOException {
        assertThat(told)
                .contains("has not met the attendance rule. Ask how they are.")
                .contains("5 members, fewer than the 6 it takes, for 3 meetings: time to decide.")
                .contains("advice: Merge with ")
                .contains("advice: Go on as it is, if a majority agrees");
        JsonNode report = new ObjectMapper().readTree(Files.readString(sample().resolve("report.json")));
        String lapsed = told.lines()
                .filter(line -> line.contains("has not met the attendance rule"))
                .findFirst()
                .orElseThrow();
        assertThat(lapsed).contains("Aurora: ");
        String page = Files.readString(sample().resolve("index.html"));
        assertThat(page).contains("class=\"lane ON_LEAVE\"").contains("class=\"dot ABSENT\"");
        assertThat(page).as("why somebody is away is nobody's").doesNotContain("A second child");
        assertThat(report.get("signals").toString()).doesNotContain("leave");
        assertThat(report.get("groups").get(0).get("members").size())
                .as("whoever lapsed is still a member")
                .isGreaterThanOrEqualTo(6);
    }

    @Test
    void each_group_has_a_calendar_that_a_parser_reads_and_that_says_no_more_than_when() throws IOException {
        ICalendar calendar =
                Biweekly.parse(Files.readString(sample().resolve("aurora.ics"))).first();
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(calendar.getEvents()).hasSize(12).allSatisfy(event -> {
            assertThat(event.getSummary().getValue()).isEqualTo("Peer group Aurora");
            assertThat(event.getUid().getValue()).endsWith("@peercircle");
            assertThat(event.getDescription()).isNull();
        });
    }

    @Test
    void S8_the_page_shows_twelve_turns_with_a_swap_an_absence_a_skip_and_a_late_joiner_and_says_why()
            throws IOException {
        String page = Files.readString(sample().resolve("index.html"));
        assertThat(page)
                .contains("Twelve turns in Aurora")
                .contains("Has exchanged turns with")
                .contains("Stepped in for", "who did not come, and who comes next.")
                .contains("who skips this meeting and comes next.")
                .contains("Joined later, and waited behind those who were here before.");
        int from = page.indexOf("<ol class=\"reasons\">");
        assertThat(page.substring(from, page.indexOf("</ol>", from)).split("<li>"))
                .hasSize(13);
        String calendar = Files.readString(sample().resolve("aurora.ics"));
        assertThat(calendar.split("SEQUENCE:1")).as("one meeting was moved").hasSize(2);
        assertThat(calendar.split("SEQUENCE:0")).hasSize(12);
    }

    @Test
    void S11_S13_S14_the_page_shows_half_a_year_of_a_plan_with_its_changes_of_course_and_a_rehearsal()
            throws IOException {
        String page = Files.readString(sample().resolve("index.html"));
        int from = page.indexOf("aria-label=\"Half a year of one plan\"");
        String picture = page.substring(from, page.indexOf("</svg>", from));
        assertThat(picture.split("class=\"promise")).as("five steps").hasSize(6);
        assertThat(picture.split("<circle[^>]*class=\"change"))
                .as("three changes of course")
                .hasSize(4);
        assertThat(picture).contains("class=\"talk\"", "class=\"talk held\"");
        assertThat(page)
                .contains("An hour at once was the wrong ask; small pieces work")
                .contains("Step, changed: I will send the abstract to two co-authors by")
                .contains("clear +1, then +2 and firm −2, then +2");
        assertThat(told)
                .containsPattern("The owner +the goal, 4 versions and 6 reports")
                .containsPattern("A member of the group +not the goal, but 4 versions and 6 reports");
    }

    @Test
    void S10_the_page_shows_one_plan_as_each_of_them_gets_it_and_what_they_were_promised() throws IOException {
        String page = Files.readString(sample().resolve("index.html"));
        String views = page.substring(
                page.indexOf("One plan, as each of them sees it"), page.indexOf("What members are promised"));
        List<String> cards = Splitter.on("class=\"view\"").splitToList(views);
        assertThat(cards.get(1)).contains("The owner", "The paper is submitted", "She canceled twice");
        assertThat(cards.get(2)).contains("A member of the group", "The goal is not shared.", "She canceled twice");
        assertThat(cards.get(3))
                .contains("joined in the third month", "The goal is not shared.", "She signed off on two sections")
                .doesNotContain("She canceled twice");
        assertThat(cards.subList(4, cards.size()))
                .hasSize(4)
                .allMatch(card -> card.contains("There is no plan"))
                .noneMatch(card -> card.contains("abstract"));
        assertThat(page)
                .contains("It sees who attended, as your charter allows")
                .contains("A member can repeat what they heard");
    }

    @Test
    void the_page_stands_alone_and_what_the_office_gets_holds_nothing_that_was_said() throws IOException {
        Map<String, String> files = files(sample());
        String page = files.get("index.html");
        assertThat(page).startsWith("<!DOCTYPE html>").contains("Who guides when");
        assertThat(page).doesNotContain("<script").doesNotContain("http://").doesNotContain("https://");
        files.remove("index.html");
        assertThat(files.remove("taken-along.html"))
                .contains("asked for a plan of yours that it may not see, and did not get it.");
        files.remove("taken-along.json");
        assertThat(files.toString())
                .doesNotContain("paper")
                .doesNotContain("supervisor's desk")
                .doesNotContain("Woman");
        assertThat(page).doesNotContain("first generation").doesNotContain("Non-binary");
    }

    @Test
    void a_real_roster_of_another_program_runs_through_a_mapping() throws IOException {
        Path roster = Stream.of("../../../shared")
                .map(base -> Path.of(base, "rosters", "SampleStudentData.csv"))
                .filter(Files::isReadable)
                .findFirst()
                .orElse(Path.of("absent"));
        assumeTrue(Files.isReadable(roster), "skipped: shared/rosters/SampleStudentData.csv is not here");
        Path mapping = write("students.properties", """
                id = Number
                name = First Name + Last Name
                constant.stage = Student
                stages = Student
                department = University
                interests = Degree(s) interested in
                separator.department = |
                separator.interests = ,
                identity.gender = Gender
                identity.race = Race/Ethnicity
                undisclosed = Prefer not to say
                """);
        StringWriter text = new StringWriter();
        int code = Quickstart.run(
                new PrintWriter(text),
                "--roster",
                roster.toString(),
                "--mapping",
                mapping.toString(),
                "--out",
                folder.resolve("s").toString(),
                "--moves",
                "100000");
        assertThat(code).as(text.toString()).isZero();
        assertThat(text.toString()).contains("Every open rule is kept");
        JsonNode report =
                new ObjectMapper().readTree(Files.readString(folder.resolve("s").resolve("report.json")));
        assertThat(report.get("people").asInt()).isGreaterThanOrEqualTo(97);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static final String HEADER =
            "id,name,stage,department,lab,supervisor,zone,availability,interests,gender,generation,months\n";

    private String refused(byte[] roster) throws IOException {
        Path file = Files.write(folder.resolve("bad.csv"), roster);
        Path out = folder.resolve("none");
        StringWriter text = new StringWriter();
        assertThat(Quickstart.run(new PrintWriter(text), "--roster", file.toString(), "--out", out.toString()))
                .as(text.toString())
                .isEqualTo(2);
        assertThat(out).doesNotExist();
        assertThat(text.toString()).startsWith("The roster can't be used; nothing was written.");
        return text.toString();
    }

    private String refused(String roster) throws IOException {
        return refused(roster.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bad_input_is_told_by_row_column_value_rule_and_repair() throws IOException {
        String good = "p1,Ada,Postdoc,Maths,Lab,Prof,Europe/Berlin,Mon 12:00-13:30,a; b,,,3\n";
        assertThat(refused("id,name\np1,Ada\n"))
                .contains("row 1, column \"stage\": \"no such column\"; expected one of [id, name]. Mend the header");
        assertThat(refused(HEADER + good + good))
                .contains("row 3, column \"id\": \"p1\"; expected an id of its own; row 2 has it too.");
        assertThat(refused(HEADER + good.replace("Postdoc", "Dean")))
                .contains("row 2, column \"stage\": \"Dean\"; expected one of [Postdoc].");
        assertThat(refused(HEADER + good.replace("Europe/Berlin", "Mars/Base")))
                .contains("row 2, column \"zone\": \"Mars/Base\"; expected a time zone such as America/New_York.");
        assertThat(refused(HEADER + good.replace("Mon 12:00-13:30", "Mon 12:00-13:30; Mon 13:00-14:00")))
                .contains("expected windows that do not overlap. Join them:");
        assertThat(refused(HEADER + good.replace("Mon 12:00-13:30", "noon")))
                .contains("expected windows such as Mon 12:00-13:30. Mend the window \"noon\".");
        assertThat(refused(HEADER + good.replace("Prof", "Ada"))).contains("expected somebody else than the person");
        assertThat(refused(HEADER
                        + good.replace("Prof", "Ben")
                        + good.replace("p1,Ada", "p2,Ben").replace("Prof", "Ada")))
                .contains("p1 → p2 → p1")
                .contains("nobody to be, over others, their own supervisor");
        assertThat(refused(HEADER + good.replace(",3\n", ",many\n"))).contains("\"many\"; expected a number");
        assertThat(refused(HEADER + good.replace("p1", "p 1"))).contains("expected 1 to 80 letters");
        assertThat(refused(HEADER)).contains("\"no rows\"");
        assertThat(refused("")).contains("\"empty file\"");
        assertThat(refused(HEADER + good)).contains("expected at least 12 who may enroll");
        assertThat(refused(HEADER + "\"p1")).contains("comma-separated values");
    }

    @Test
    void a_file_in_another_encoding_is_told_and_can_be_read_by_saying_so() throws IOException {
        byte[] latin = (HEADER + "p1,Jürgen,Postdoc,,,,,,,,,\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(latin)).contains("row 2: \"byte fc\"; expected text in UTF-8. Save the file as UTF-8");
        StringBuilder roster = new StringBuilder("\uFEFF" + HEADER);
        for (int i = 0; i < 14; i++) {
            roster.append("p")
                    .append(i)
                    .append(",Person ")
                    .append(i)
                    .append(",Postdoc,D")
                    .append(i % 3)
                    .append(",L")
                    .append(i)
                    .append(",,,,,,,\n");
        }
        Path bom = write("bom.csv", roster.toString());
        StringWriter text = new StringWriter();
        assertThat(Quickstart.run(
                        new PrintWriter(text),
                        "--roster",
                        bom.toString(),
                        "--out",
                        folder.resolve("b").toString(),
                        "--moves",
                        "500",
                        "--late",
                        "1"))
                .as(text.toString())
                .isZero();
        assertThat(text.toString()).contains("Read 14 people.");
    }

    @Test
    void a_file_far_too_large_is_refused_without_reading_it() throws IOException {
        Path file = folder.resolve("huge.csv");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position((200L << 20) - 1);
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {'\n'}));
        }
        StringWriter text = new StringWriter();
        assertThat(Quickstart.run(
                        new PrintWriter(text),
                        "--roster",
                        file.toString(),
                        "--out",
                        folder.resolve("h").toString()))
                .isEqualTo(2);
        assertThat(text.toString()).contains("\"200 MB\"; expected at most 50 MB");
    }

    @Test
    void bad_options_and_mappings_are_told_too() throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        assertThat(Quickstart.run(out, "--seed", "x")).isEqualTo(2);
        assertThat(Quickstart.run(out, "--moves", "-1")).isEqualTo(2);
        assertThat(Quickstart.run(out, "--roster", "no-such-file.csv")).isEqualTo(2);
        assertThat(Quickstart.run(out, "--mapping", "no-such-file")).isEqualTo(2);
        Path mapping = write("m.properties", "idd = Number\n");
        assertThat(Quickstart.run(out, "--mapping", mapping.toString())).isEqualTo(2);
        Path empty = write("e.properties", "stages = Postdoc\n");
        assertThat(Quickstart.run(out, "--mapping", empty.toString())).isEqualTo(2);
        assertThat(text.toString())
                .contains("\"idd\"; expected one of")
                .contains("a line id = COLUMN")
                .contains("Check the path");
    }

    @Test
    void a_roster_of_noise_is_refused_or_read_but_never_crashes() throws IOException {
        Random random = new Random(5);
        List<String> bits = List.of(
                "p1",
                ",",
                "\n",
                "\"",
                ";",
                "Mon 12:00-13:30",
                "Postdoc",
                "Ada",
                "é",
                "-",
                "\t",
                "25:99",
                "Europe/Berlin");
        for (int i = 0; i < 200; i++) {
            StringBuilder noise = new StringBuilder(i % 3 == 0 ? "" : HEADER);
            for (int j = 0; j < 40; j++) {
                noise.append(bits.get(random.nextInt(bits.size())));
            }
            refused(noise.toString());
        }
    }

    @Test
    void the_owner_takes_along_what_they_wrote_and_nothing_of_others() throws IOException {
        Map<String, String> files = files(sample());
        String page = Objects.requireNonNull(files.get("taken-along.html"));
        assertThat(page)
                .contains("What is kept of ")
                .contains("Ask for one hour to go through the draft")
                .contains("those in the group since")
                .contains("those who were there on")
                .doesNotContain("<script");
        JsonNode json = new ObjectMapper().readTree(files.get("taken-along.json"));
        assertThat(json.path("pieces")).hasSizeGreaterThan(20);
        assertThat(json.path("attendance")).isNotEmpty();
        json.path("pieces").forEach(piece -> {
            if (piece.path("own").asBoolean()) {
                assertThat(piece.path("tag").path("policies").toString())
                        .contains(json.path("person").toString());
            }
        });
    }
}
