package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.peercircle.audit.AuditChain;
import org.peercircle.audit.AuditLink;
import org.peercircle.id.PersonId;
import org.peercircle.office.Actor;
import org.peercircle.office.PersonExport;

/** What a person takes along, and what is left when they are erased or when it is too old, after half a year in which anything happened. */
class ErasureProperties {

    /** What is a person's own; words proposed for the charter are the group's as soon as they are put to it. */
    private static Set<String> by(PersonId person, Set<String> words) {
        return words.stream()
                .filter(word -> word.startsWith("said-by-" + person + "-") && !word.contains("PROPOSE_WORDS"))
                .collect(ImmutableSet.toImmutableSet());
    }

    @Property(tries = 12)
    void E3_after_erasure_nobody_gets_a_word_of_it_and_the_others_words_stay(@ForAll long seed, @ForAll byte whom) {
        HalfYear year = new HalfYear(seed);
        PersonId person = Stage.person(Math.floorMod(whom, Stage.FOUNDERS));
        Map<Actor, ImmutableList<String>> before = year.seen();
        year.erase(person);
        Map<Actor, ImmutableList<String>> after = year.seen();
        // What others said of a rehearsal goes with the rehearsal it is about.
        Set<String> ofTheirs =
                HalfYear.words(before.getOrDefault(Actor.participant(person), ImmutableList.of()).stream()
                        .filter(line -> line.startsWith("rehearsal"))
                        .toList());
        before.forEach((actor, lines) -> {
            Set<String> words = HalfYear.words(after.getOrDefault(actor, ImmutableList.of()));
            assertThat(by(person, words)).as("to " + actor).isEmpty();
            if (!actor.person().equals(person)) {
                Set<String> kept = new TreeSet<>(HalfYear.words(lines));
                kept.removeAll(by(person, kept));
                kept.removeAll(ofTheirs);
                assertThat(words).as("to " + actor).containsAll(kept);
            }
        });
    }

    @Property(tries = 8)
    void E4_an_earlier_snapshot_of_the_records_brings_nothing_back(
            @ForAll long seed, @ForAll byte whom, @ForAll byte back) {
        HalfYear year = new HalfYear(seed);
        PersonId person = Stage.person(Math.floorMod(whom, Stage.FOUNDERS));
        int whole = year.commits.size();
        year.erase(person);
        year.restore(whole - Math.floorMod(back, whole / 2));
        year.seen()
                .forEach((actor, lines) -> assertThat(by(person, HalfYear.words(lines)))
                        .as("to " + actor)
                        .isEmpty());
    }

    @Property(tries = 5)
    void E5_erasing_again_or_somebody_unknown_changes_nothing(@ForAll long seed) {
        HalfYear year = new HalfYear(seed);
        year.erase(Stage.person(2));
        Map<Actor, ImmutableList<String>> once = year.seenByPeople();
        year.erase(Stage.person(2));
        year.erase(PersonId.of("nobody"));
        assertThat(year.seenByPeople()).isEqualTo(once);
        ImmutableList<String> office = year.seenByOffice();
        year.erase(Stage.person(2));
        assertThat(year.seenByOffice()).isEqualTo(office);
    }

    /** What was declared for the forming of groups is no content, and what was put to the group is the group's. */
    @Property(tries = 5)
    void E6_two_years_later_nobody_gets_a_word_of_it(@ForAll long seed) {
        HalfYear year = new HalfYear(seed);
        assertThat(content(year.seen())).isNotEmpty();
        year.wait(25);
        assertThat(content(year.seen())).isEmpty();
    }

    @Property(tries = 6)
    void E6_deleting_what_is_past_changes_nothing_that_anybody_sees(
            @ForAll long seed, @ForAll @IntRange(min = 18, max = 27) int months) {
        HalfYear year = new HalfYear(seed);
        year.wait(months);
        Map<Actor, ImmutableList<String>> before = year.seenByPeople();
        year.purge();
        year.seenByPeople()
                .forEach((actor, lines) ->
                        assertThat(lines).as("to " + actor).containsExactlyElementsOf(before.get(actor)));
    }

    @Property(tries = 4)
    void E6_what_was_deleted_is_not_there_either_when_the_clock_is_turned_back(@ForAll long seed) {
        HalfYear year = new HalfYear(seed);
        year.wait(25);
        year.purge();
        year.wait(-25);
        assertThat(content(year.seen())).isEmpty();
    }

    @Property(tries = 4)
    void E10_what_must_be_kept_by_order_is_not_deleted_and_is_read_by_nobody_for_that(
            @ForAll long seed, @ForAll byte whom) {
        HalfYear year = new HalfYear(seed);
        PersonId person = Stage.person(Math.floorMod(whom, Stage.FOUNDERS));
        Set<String> inGroup = content(year.seen());
        inGroup.removeIf(word -> word.contains("-in-SAY")); // that was said to the cohort
        year.keepByOrder(person);
        year.wait(25);
        year.purge();
        assertThat(content(year.seen())).isEmpty();
        year.wait(-25);
        Set<String> left = content(year.seen());
        assertThat(left).isEqualTo(by(person, inGroup));
    }

    @Property(tries = 4)
    void A6_the_log_verifies_after_erasure_and_after_what_it_says_was_deleted(@ForAll long seed) {
        HalfYear year = new HalfYear(seed);
        year.seenByOffice(); // which asks for a lot that it may not see
        year.erase(Stage.person(1));
        ImmutableList<AuditLink> links = year.links();
        assertThat(links).isNotEmpty();
        year.wait(25);
        year.purge();
        assertThat(year.links()).isEqualTo(links);
        assertThat(AuditChain.verify(year.links(), Optional.of(links.get(links.size() - 1)))
                        .isIntact())
                .isTrue();
    }

    private static Set<String> content(Map<Actor, ImmutableList<String>> seen) {
        Set<String> words = new TreeSet<>();
        seen.values().forEach(lines -> words.addAll(HalfYear.words(lines)));
        words.removeIf(word -> word.contains("PROPOSE_WORDS") || word.contains("DECLARE_IDENTITY"));
        return words;
    }

    @Property(tries = 12)
    void E1_a_person_takes_along_all_they_wrote_and_what_was_written_for_them(@ForAll long seed) {
        HalfYear year = new HalfYear(seed);
        Set<String> written = new TreeSet<>();
        year.seen().values().forEach(lines -> written.addAll(HalfYear.words(lines)));
        for (int i = 0; i < Stage.FOUNDERS; i++) {
            PersonId person = Stage.person(i);
            Actor actor = Actor.participant(person);
            PersonExport export =
                    year.stage.office().as(actor).privacy().export().orElseThrow();
            Set<String> own = HalfYear.words(export.pieces().stream()
                    .filter(PersonExport.Written::isOwn)
                    .map(PersonExport.Written::json)
                    .toList());
            assertThat(own).containsAll(by(person, written));
            assertThat(export.pieces())
                    .filteredOn(p -> !p.isOwn())
                    .allSatisfy(p -> assertThat(p.tag().toString()).contains("[person=" + person + "]"));
        }
    }
}
