package org.peercircle.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Verdict.Deny;
import org.peercircle.confidentiality.Verdict.Reason;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;

class DisclosureTest {

    private static final GroupId GROUP = GroupId.of("aurora");
    private static final PersonId ADA = PersonId.of("ada");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId NEW = PersonId.of("new");
    private static final PersonId PI = PersonId.of("pi");
    private static final Instant WRITTEN = Instant.parse("2027-03-18T11:00:00Z");
    private static final Instant NOW = Instant.parse("2027-05-20T11:00:00Z");

    private static World.Builder world() {
        return World.at(NOW)
                .group(GROUP, List.of(stay(ADA, 0), stay(BEN, 0), stay(NEW, 40), stay(PI, 0)))
                .power(PI, ADA)
                .relationsKnown(ADA)
                .relationsKnown(BEN)
                .relationsKnown(NEW)
                .relationsKnown(PI);
    }

    private static World.Stay stay(PersonId person, int days) {
        return new World.Stay(person, WRITTEN.plusSeconds((days - 10L) * 86_400), Optional.empty(), false, true);
    }

    private static Viewer participant(PersonId person) {
        return Custody.viewer(person, Capacity.PARTICIPANT, Purpose.SUPPORT);
    }

    private static Tag adas(Audience audience) {
        return audience.tagFor(ADA, Audience.Setting.in(GROUP, CohortId.of("c"), WRITTEN));
    }

    @Test
    void S10_a_member_reads_a_newcomer_does_not_yet_and_a_supervisor_never() {
        Tag tag = adas(Audience.GROUP);
        World world = world().build();
        assertThat(Disclosure.decide(participant(BEN), tag, world).isPermit()).isTrue();
        assertThat(Disclosure.decide(participant(NEW), tag, world)).isEqualTo(new Deny(Reason.NOT_YET));
        assertThat(Disclosure.decide(participant(PI), tag, world)).isEqualTo(new Deny(Reason.POWER));
        assertThat(Disclosure.decide(participant(PersonId.of("else")), tag, world))
                .isEqualTo(new Deny(Reason.AUDIENCE));
        assertThat(Disclosure.decide(participant(NEW), adas(Audience.GROUP_AND_NEWCOMERS), world)
                        .isPermit())
                .isTrue();
    }

    @Test
    void each_audience_admits_whom_it_names() {
        World world = world().cohort(CohortId.of("c"), List.of(BEN, PersonId.of("peer")))
                .attendance(MeetingId.of("m"), List.of(BEN))
                .build();
        Audience.Setting setting = new Audience.Setting(
                GROUP, CohortId.of("c"), Optional.of(new Atom.Present(MeetingId.of("m"), GROUP, WRITTEN)), WRITTEN);
        assertThat(readers(Audience.JUST_ME, setting, world)).containsExactly(ADA);
        assertThat(readers(Audience.named(List.of(NEW)), setting, world)).containsExactly(ADA, NEW);
        assertThat(readers(Audience.THOSE_PRESENT, setting, world)).containsExactly(ADA, BEN);
        assertThat(readers(Audience.GROUP, setting, world)).containsExactly(ADA, BEN);
        assertThat(readers(Audience.GROUP_AND_NEWCOMERS, setting, world)).containsExactly(ADA, BEN, NEW);
        assertThat(readers(Audience.COMMUNITY_SPACE, setting, world)).containsExactly(ADA, BEN, NEW);
        assertThat(readers(Audience.COHORT, setting, world)).containsExactly(ADA, BEN, PersonId.of("peer"));
        assertThat(readers(Audience.ANYONE, setting, world)).contains(PI, PersonId.of("peer"));
    }

    private static List<PersonId> readers(Audience audience, Audience.Setting setting, World world) {
        Tag tag = audience.tagFor(ADA, setting);
        return List.of(ADA, BEN, NEW, PI, PersonId.of("peer")).stream()
                .filter(p -> Disclosure.decide(participant(p), tag, world).isPermit())
                .toList();
    }

    @Test
    void whom_a_story_is_about_reads_it_only_when_named() {
        Policy policy = Policy.of(Owner.of(ADA), new Atom.Members(GROUP)).concerning(List.of(BEN));
        World world = world().build();
        assertThat(Disclosure.decide(participant(BEN), Tag.content(policy), world))
                .isEqualTo(new Deny(Reason.CONCERNS));
        Policy named = Policy.of(Owner.of(ADA), new Atom.Named(BEN)).concerning(List.of(BEN));
        assertThat(Disclosure.decide(participant(BEN), Tag.content(named), world)
                        .isPermit())
                .isTrue();
    }

    @Test
    void what_is_not_known_is_not_disclosed() {
        World noRelations =
                World.at(NOW).group(GROUP, List.of(stay(ADA, 0), stay(BEN, 0))).build();
        assertThat(Disclosure.decide(participant(BEN), adas(Audience.GROUP), noRelations))
                .isEqualTo(new Deny(Reason.UNKNOWN));
        assertThat(Disclosure.decide(
                        participant(BEN),
                        adas(Audience.GROUP),
                        World.at(NOW).relationsKnown(ADA).build()))
                .isEqualTo(new Deny(Reason.UNKNOWN));
    }

    @Test
    void C5_an_unknown_group_or_attendance_is_no_permission() {
        Tag ofGroup = Tag.content(Policy.of(Owner.of(GROUP), new Atom.Named(BEN)));
        assertThat(Disclosure.decide(participant(BEN), ofGroup, World.at(NOW).build()))
                .isEqualTo(new Deny(Reason.UNKNOWN));
        Tag toThosePresent = Tag.content(Policy.of(Owner.of(ADA), new Atom.Present(MeetingId.of("m"), GROUP, WRITTEN)));
        assertThat(Disclosure.decide(participant(BEN), toThosePresent, world().build()))
                .isEqualTo(new Deny(Reason.UNKNOWN));
        World later = world().attendance(MeetingId.of("m"), List.of()).build();
        assertThat(Disclosure.decide(participant(NEW), toThosePresent, later)).isEqualTo(new Deny(Reason.NOT_YET));
    }

    @Test
    void E3_who_is_erased_reads_nothing_that_names_them() {
        World world = world().erased(BEN).build();
        assertThat(Disclosure.decide(participant(BEN), adas(Audience.named(List.of(BEN))), world))
                .isEqualTo(new Deny(Reason.GONE));
    }

    @Test
    void C2_who_was_there_is_of_those_then_who_are_of_the_group_which_is_of_its_space() {
        List<Atom> wider = List.of(
                new Atom.Nobody(),
                new Atom.Present(MeetingId.of("m"), GROUP, WRITTEN),
                new Atom.MembersAsOf(GROUP, WRITTEN),
                new Atom.MembersAsOf(GROUP, NOW),
                new Atom.Members(GROUP),
                new Atom.Space(GROUP),
                new Atom.Anyone());
        for (int i = 0; i < wider.size(); i++) {
            for (int j = 0; j < wider.size(); j++) {
                assertThat(wider.get(i).isAtMost(wider.get(j)))
                        .as(wider.get(i) + " and " + wider.get(j))
                        .isEqualTo(i <= j);
            }
        }
        assertThat(new Atom.Named(BEN).isAtMost(new Atom.NamedDespite(BEN))).isTrue();
        assertThat(new Atom.NamedDespite(BEN).isAtMost(new Atom.Named(BEN))).isFalse();
        assertThat(new Atom.Members(GROUP).isAtMost(new Atom.Space(GroupId.of("other"))))
                .isFalse();
    }

    @Test
    void who_left_is_former_and_what_is_erased_is_gone() {
        World left = World.at(NOW)
                .group(GROUP, List.of(new World.Stay(BEN, WRITTEN.minusSeconds(9), Optional.of(NOW), true, true)))
                .relationsKnown(ADA)
                .build();
        assertThat(Disclosure.decide(participant(BEN), adas(Audience.GROUP), left))
                .isEqualTo(new Deny(Reason.FORMER));
        assertThat(Disclosure.decide(participant(BEN), adas(Audience.COMMUNITY_SPACE), left)
                        .isPermit())
                .isTrue();
        assertThat(Disclosure.decide(
                        participant(ADA),
                        adas(Audience.GROUP),
                        world().erased(ADA).build()))
                .isEqualTo(new Deny(Reason.GONE));
    }

    @Test
    void the_office_reads_office_facts_and_the_engine_what_it_is_for() {
        ProgramId program = ProgramId.of("p");
        World world = world().officer(program, PersonId.of("dana")).build();
        Viewer office = Custody.viewer(PersonId.of("dana"), Capacity.OFFICE, Purpose.OPERATE);
        Tag fact = Tag.officeFact(Owner.of(GROUP), program, new Atom.Members(GROUP));
        assertThat(Disclosure.decide(office, fact, world).isPermit()).isTrue();
        assertThat(Disclosure.decide(office, adas(Audience.COHORT), world).isPermit())
                .isFalse();
        Tag declared = Tag.of(Policy.of(Owner.of(ADA), new Atom.Nobody()), Purpose.OPERATE);
        assertThat(Disclosure.decide(Custody.engine(Purpose.OPERATE), declared, world)
                        .isPermit())
                .isTrue();
        assertThat(Disclosure.decide(Custody.engine(Purpose.REPORT), declared, world)
                        .isPermit())
                .isFalse();
        assertThat(Disclosure.decide(office, declared, world).isPermit()).isFalse();
    }

    @Test
    void a_supervisor_of_any_member_does_not_read_what_is_the_groups() {
        Tag charter = Tag.content(Policy.of(Owner.of(GROUP), new Atom.Members(GROUP)));
        World world = world().build();
        assertThat(Disclosure.decide(participant(BEN), charter, world).isPermit())
                .isTrue();
        assertThat(Disclosure.decide(participant(PI), charter, world)).isEqualTo(new Deny(Reason.POWER));
    }

    @Test
    void obligations_come_with_the_permission() {
        Tag tag = new Tag(
                ImmutableSet.of(Policy.of(Owner.of(ADA), new Atom.Anyone())),
                Purpose.CONTENT,
                ImmutableSet.of(Obligation.NO_ATTRIBUTION));
        assertThat(Disclosure.decide(participant(BEN), tag, world().build()))
                .isEqualTo(new Verdict.Permit(ImmutableSet.of(Obligation.NO_ATTRIBUTION)));
    }
}
