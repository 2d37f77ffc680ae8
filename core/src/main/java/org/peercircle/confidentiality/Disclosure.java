package org.peercircle.confidentiality;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercircle.confidentiality.Verdict.Deny;
import org.peercircle.confidentiality.Verdict.Permit;
import org.peercircle.confidentiality.Verdict.Reason;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;

/**
 * Decides who reads what. {@link #decide} is total and never throws, fails closed where a fact is not known (law C5), opens
 * nothing to participants who were erased, and allocates nothing when it permits without obligation. Cost: linear in the
 * tag's atoms.
 *
 * <pre>{@code
 * Verdict verdict = Disclosure.decide(viewer, piece.tag(), world);
 * Optional<String> text = Disclosure.open(piece, viewer, world);   // empty unless permitted
 * }</pre>
 */
public final class Disclosure {

    private Disclosure() {}

    /** Decides whether {@code viewer} may read content tagged {@code tag} in {@code world}. */
    public static Verdict decide(Viewer viewer, Tag tag, World world) {
        ImmutableList<Policy> policies = tag.policies().asList();
        for (int i = 0; i < policies.size(); i++) {
            if (policies.get(i).owner() instanceof Owner.OfPerson owner && world.isErased(owner.person())) {
                return new Deny(Reason.GONE);
            }
        }
        if (viewer.capacity() == Capacity.PARTICIPANT && world.isErased(viewer.person())) {
            return new Deny(Reason.GONE);
        }
        if (!tag.purposes().contains(viewer.purpose())) {
            return new Deny(Reason.PURPOSE);
        }
        for (int i = 0; i < policies.size(); i++) {
            Reason against = reasonAgainst(viewer, policies.get(i), world);
            if (against != null) {
                return new Deny(against);
            }
        }
        return tag.obligations().isEmpty() ? Permit.FREELY : new Permit(tag.obligations());
    }

    /** Returns the value if the viewer may read it, else empty: exactly as if it were not there. */
    public static <T> Optional<T> open(Confidential<T> piece, Viewer viewer, World world) {
        return decide(viewer, piece, world).isPermit() ? piece.value() : Optional.empty();
    }

    /** Decides whether {@code viewer} may read a piece: by its tag, or since its owners released this version of it. */
    public static Verdict decide(Viewer viewer, Confidential<?> piece, World world) {
        return decide(viewer, piece, piece.tag(), world);
    }

    /** Whether the viewer may know that the piece exists. */
    public static boolean mayKnowOf(Confidential<?> piece, Viewer viewer, World world) {
        return decide(viewer, piece, piece.existence(), world).isPermit();
    }

    private static Verdict decide(Viewer viewer, Confidential<?> piece, Tag tag, World world) {
        if (world.isPast(piece)) {
            return new Deny(Reason.GONE);
        }
        Verdict verdict = decide(viewer, tag, world);
        if (verdict.isPermit()) {
            return verdict;
        }
        Tag wider = world.released(piece, tag, viewer.person());
        return wider.equals(tag) ? verdict : decide(viewer, wider, world);
    }

    private static @Nullable Reason reasonAgainst(Viewer viewer, Policy policy, World world) {
        boolean asThemselves = viewer.capacity() == Capacity.PARTICIPANT;
        if (asThemselves
                && policy.owner() instanceof Owner.OfPerson owner
                && owner.person().equals(viewer.person())) {
            return null;
        }
        Reason nearest = Reason.AUDIENCE;
        Reason bar = null;
        boolean barChecked = false;
        ImmutableList<Atom> atoms = policy.audience().asList();
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            Reason missed = reasonNotAdmitted(viewer, atom, world);
            if (missed == null && asThemselves && owesAcknowledgement(viewer.person(), policy.owner(), atom, world)) {
                missed = Reason.UNACKNOWLEDGED;
            }
            if (missed != null) {
                nearest = nearer(nearest, missed);
                continue;
            }
            if (atom instanceof Atom.Anyone || atom instanceof Atom.NamedDespite) {
                return null;
            }
            if (!barChecked) {
                bar = reasonBarred(viewer, policy.owner(), world);
                barChecked = true;
            }
            if (bar != null) {
                nearest = bar;
            } else if (policy.concerns().contains(viewer.person()) && !atom.reachesThoseConcerned()) {
                nearest = Reason.CONCERNS;
            } else {
                return null;
            }
        }
        return nearest;
    }

    /**
     * What members said waits for the reader's yes to the charter; what the group has as a whole, its charter before all,
     * does not.
     */
    private static boolean owesAcknowledgement(PersonId person, Owner owner, Atom atom, World world) {
        if (owner instanceof Owner.OfGroup) {
            return false;
        }
        if (atom instanceof Atom.MembersAsOf asOf) {
            return world.owesAcknowledgement(asOf.group(), person);
        }
        if (atom instanceof Atom.Members members) {
            return world.owesAcknowledgement(members.group(), person);
        }
        return atom instanceof Atom.Present present && world.owesAcknowledgement(present.group(), person);
    }

    /** The reason that says most: an unknown fact before a missed date before plain absence. */
    private static Reason nearer(Reason one, Reason other) {
        return rank(other) > rank(one) ? other : one;
    }

    private static int rank(Reason reason) {
        return switch (reason) {
            case GONE, PURPOSE, AUDIENCE -> 0;
            case FORMER -> 1;
            case NOT_YET, UNACKNOWLEDGED -> 2;
            case UNKNOWN -> 3;
            case POWER, CONFLICT, CONCERNS -> 4;
        };
    }

    private static @Nullable Reason reasonNotAdmitted(Viewer viewer, Atom atom, World world) {
        if (atom instanceof Atom.Anyone) {
            return null;
        }
        return switch (viewer.capacity()) {
            case PARTICIPANT -> reasonNotAdmitted(viewer.person(), atom, world);
            case OFFICE ->
                atom instanceof Atom.Office office && world.isOfficer(office.program(), viewer.person())
                        ? null
                        : Reason.AUDIENCE;
            // Nobody is the least atom, so whatever admits anyone admits the engine; purposes hold it in check.
            case ENGINE -> null;
            case HOST -> Reason.AUDIENCE;
        };
    }

    private static @Nullable Reason reasonNotAdmitted(PersonId person, Atom atom, World world) {
        if (atom instanceof Atom.Named named) {
            return unless(named.person().equals(person));
        }
        if (atom instanceof Atom.NamedDespite named) {
            return unless(named.person().equals(person));
        }
        if (atom instanceof Atom.Cohort cohort) {
            return unless(world.isInCohort(cohort.cohort(), person));
        }
        if (atom instanceof Atom.MembersAsOf asOf) {
            return reasonNotMember(world, asOf.group(), person, world.isMemberSince(asOf.group(), person, asOf.time()));
        }
        if (atom instanceof Atom.Members members) {
            return reasonNotMember(world, members.group(), person, world.isMember(members.group(), person));
        }
        if (atom instanceof Atom.Present present) {
            return world.knowsAttendance(present.meeting())
                    ? reasonNotMember(world, present.group(), person, world.wasPresent(present, person))
                    : Reason.UNKNOWN;
        }
        if (atom instanceof Atom.Space space) {
            return reasonNotMember(world, space.group(), person, world.hasSpace(space.group(), person));
        }
        return Reason.AUDIENCE;
    }

    private static @Nullable Reason unless(boolean admitted) {
        return admitted ? null : Reason.AUDIENCE;
    }

    private static @Nullable Reason reasonNotMember(World world, GroupId group, PersonId person, boolean admitted) {
        if (admitted) {
            return null;
        }
        if (!world.knowsGroup(group)) {
            return Reason.UNKNOWN;
        }
        if (world.isMember(group, person)) {
            return Reason.NOT_YET;
        }
        return world.hasLeft(group, person) ? Reason.FORMER : Reason.AUDIENCE;
    }

    private static @Nullable Reason reasonBarred(Viewer viewer, Owner owner, World world) {
        if (viewer.capacity() == Capacity.ENGINE) {
            return null;
        }
        if (owner instanceof Owner.OfPerson one) {
            return reasonBarred(viewer.person(), one.person(), world, true);
        }
        Owner.OfGroup whole = (Owner.OfGroup) owner;
        if (!world.knowsGroup(whole.group())) {
            return Reason.UNKNOWN;
        }
        ImmutableList<PersonId> members = world.membersOf(whole.group()).asList();
        for (int i = 0; i < members.size(); i++) {
            PersonId member = members.get(i);
            Reason bar = reasonBarred(viewer.person(), member, world, false);
            if (bar != null && !member.equals(viewer.person())) {
                return bar;
            }
        }
        return null;
    }

    private static @Nullable Reason reasonBarred(PersonId viewer, PersonId owner, World world, boolean conflictsCount) {
        if (!world.knowsRelationsOf(owner)) {
            return Reason.UNKNOWN;
        }
        if (world.hasPowerOver(viewer, owner)) {
            return Reason.POWER;
        }
        return conflictsCount && world.inConflict(viewer, owner) ? Reason.CONFLICT : null;
    }
}
