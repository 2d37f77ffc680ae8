package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peercircle.id.GroupId;
import org.peercircle.office.Actor;
import org.peercircle.office.Desk;
import org.peercircle.office.GroupPage;
import org.peercircle.office.PlanView;
import org.peercircle.office.ReflectionView;
import org.peercircle.office.RehearsalView;

/** What lists hold, and what refusals say, after half a year in which anything happened. */
class ViewsProperties {

    /** A list is made from what its reader may see one by one, and not by leaving something out of another. */
    @Property(tries = 8)
    void C17_a_list_holds_what_its_reader_is_shown_when_they_ask_for_each(@ForAll long seed) {
        HalfYear year = new HalfYear(seed);
        for (int i = 0; i <= Stage.NEWCOMER; i++) {
            Desk desk = year.stage.office().as(Actor.participant(Stage.person(i)));
            assertThat(all(year, group -> desk.plans().list(group)))
                    .extracting(PlanView::id)
                    .containsExactlyInAnyOrderElementsOf(
                            only(year.stage.plans(), id -> desk.plans().view(id).isAccepted()));
            assertThat(all(year, group -> desk.exercises().list(group)))
                    .extracting(ReflectionView::id)
                    .containsExactlyInAnyOrderElementsOf(only(
                            year.stage.reflections(),
                            id -> desk.exercises().view(id).isAccepted()));
            assertThat(all(year, group -> desk.rehearsals().list(group)))
                    .extracting(RehearsalView::id)
                    .containsExactlyInAnyOrderElementsOf(only(
                            year.stage.rehearsals(),
                            id -> desk.rehearsals().view(id).isAccepted()));
            for (GroupId group : year.stage.groups()) {
                desk.groups()
                        .page(group)
                        .refusals()
                        .forEach(r -> assertThat(r.code()).isEqualTo("not-there"));
                if (desk.groups().page(group).isAccepted()) {
                    GroupPage page = desk.groups().page(group).orElseThrow();
                    assertThat(page.plans()).isEqualTo(desk.plans().list(group));
                    assertThat(page.meetings()).isEqualTo(desk.meetings().calendar(group));
                }
            }
        }
    }

    private interface Listing<T> {
        ImmutableList<T> of(GroupId group);
    }

    private static <T> List<T> all(HalfYear year, Listing<T> listing) {
        return year.stage.groups().stream()
                .flatMap(group -> listing.of(group).stream())
                .toList();
    }

    private static <T> List<T> only(ImmutableList<T> ids, Predicate<T> isShown) {
        return ids.stream().filter(isShown).toList();
    }

    @Property(tries = 8)
    void C18_no_refusal_or_exception_repeats_what_somebody_said(@ForAll long seed) {
        HalfYear year = new HalfYear(seed);
        assertThat(HalfYear.words(year.refusals.values())).isEmpty();
        year.seen().forEach((actor, lines) -> {
            List<String> thrown =
                    lines.stream().filter(line -> line.contains(": threw ")).toList();
            assertThat(HalfYear.words(thrown)).as("to " + actor).isEmpty();
        });
    }
}
