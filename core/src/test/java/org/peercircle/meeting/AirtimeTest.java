package org.peercircle.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The arithmetic of who can have how much time. */
class AirtimeTest {

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static List<Integer> row(int length) {
        Airtime airtime = new Airtime(MeetingFormat.WORK_ROUND, minutes(length));
        return List.of(
                airtime.mostPeople(minutes(10)), airtime.mostPeople(minutes(12)), airtime.mostPeople(minutes(15)));
    }

    /** Half a minute of good news, the slot, and twenty seconds of a good word each: the table of practice.md, b2. */
    @Example
    void S6_the_table_of_who_can_all_work_in_one_meeting() {
        assertThat(row(60)).containsExactly(5, 4, 3);
        assertThat(row(90)).containsExactly(8, 7, 5);
        assertThat(row(120)).containsExactly(11, 9, 7);
    }

    @Example
    void S6_six_in_an_hour_and_ten_in_two_do_not_fit_and_the_ways_out_are_named() {
        assertThat(new Airtime(MeetingFormat.WORK_ROUND, minutes(60))
                        .everybody(6, minutes(10))
                        .refusals())
                .containsExactly(new MeetingRefusal.NotEverybodyFits(
                        6,
                        minutes(10),
                        minutes(60),
                        ImmutableList.of(
                                new Airtime.WayOut.TakeTurns(5, 2),
                                new Airtime.WayOut.ShorterSlots(minutes(9)),
                                new Airtime.WayOut.LongerMeeting(minutes(65)),
                                new Airtime.WayOut.Split(2))))
                .allSatisfy(r -> assertThat(r.message())
                        .isEqualTo("A meeting of 60 minutes has not 10 minutes for each of 6. Ways out: "
                                + "5 have time at each meeting; after 2 meetings everybody had. Or: "
                                + "Everybody has 9 minutes. Or: Meet for 65 minutes. Or: "
                                + "Meet in 2 parts at the same time."));
        assertThat(new Airtime(MeetingFormat.WORK_ROUND, minutes(120))
                        .everybody(10, minutes(12))
                        .isAccepted())
                .isFalse();
    }

    @Example
    void a_meeting_without_any_time_can_only_be_longer() {
        assertThat(new Airtime(MeetingFormat.ROUNDTABLE, minutes(5))
                        .everybody(3, minutes(10))
                        .refusals())
                .containsExactly(new MeetingRefusal.NotEverybodyFits(
                        3, minutes(10), minutes(5), ImmutableList.of(new Airtime.WayOut.LongerMeeting(minutes(37)))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Airtime(MeetingFormat.ROUNDTABLE, minutes(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Airtime(MeetingFormat.ROUNDTABLE, minutes(9)).everybody(0, minutes(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Airtime(MeetingFormat.ROUNDTABLE, minutes(9)).mostPeople(Duration.ofSeconds(9)));
    }

    @Property
    void N1_a_plan_adds_up_and_every_way_out_is_one(
            @ForAll @IntRange(min = 1, max = 240) int length,
            @ForAll @IntRange(min = 1, max = 14) int people,
            @ForAll @IntRange(min = 1, max = 40) int slot,
            @ForAll @IntRange(max = 6) int which) {
        MeetingFormat format = MeetingFormat.BUILT_IN.get(which);
        Airtime airtime = new Airtime(format, minutes(length));
        var plan = airtime.everybody(people, minutes(slot));
        assertThat(plan.isAccepted()).isEqualTo(people <= airtime.mostPeople(minutes(slot)));
        if (plan.isAccepted()) {
            assertThat(format.fixedMinutesFor(people)
                            + people * slot
                            + plan.orElseThrow().left().toMinutes())
                    .isEqualTo(length);
            assertThat(airtime.longestSlot(people)).isGreaterThanOrEqualTo(minutes(slot));
            return;
        }
        var refusal = (MeetingRefusal.NotEverybodyFits) plan.refusals().get(0);
        assertThat(refusal.waysOut()).isNotEmpty();
        for (Airtime.WayOut way : refusal.waysOut()) {
            if (way instanceof Airtime.WayOut.TakeTurns turns) {
                assertThat(turns.slots() * slot + format.fixedMinutesFor(people))
                        .isLessThanOrEqualTo(length);
                assertThat((turns.slots() + 1) * slot + format.fixedMinutesFor(people))
                        .isGreaterThan(length);
                assertThat(turns.slots() * turns.meetings()).isGreaterThanOrEqualTo(people);
                assertThat(turns.slots() * (turns.meetings() - 1)).isLessThan(people);
            } else if (way instanceof Airtime.WayOut.ShorterSlots shorter) {
                assertThat(airtime.everybody(people, shorter.slot()).isAccepted())
                        .isTrue();
                assertThat(airtime.everybody(people, shorter.slot().plusMinutes(1))
                                .isAccepted())
                        .isFalse();
            } else if (way instanceof Airtime.WayOut.LongerMeeting longer) {
                if (longer.length().toMinutes() <= 480) {
                    assertThat(new Airtime(format, longer.length())
                                    .everybody(people, minutes(slot))
                                    .orElseThrow())
                            .isEqualTo(new Airtime.Plan(people, minutes(slot), Duration.ZERO));
                }
            } else if (way instanceof Airtime.WayOut.Split split) {
                int largest = (people + split.parts() - 1) / split.parts();
                assertThat(airtime.everybody(largest, minutes(slot)).isAccepted())
                        .isTrue();
                assertThat((people + split.parts() - 2) / (split.parts() - 1))
                        .isGreaterThan(airtime.mostPeople(minutes(slot)));
            }
        }
    }
}
