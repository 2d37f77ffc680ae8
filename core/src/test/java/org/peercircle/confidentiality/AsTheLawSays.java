package org.peercircle.confidentiality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;

/** Who may read, in the plainest words, from the facts of a world and without asking it. */
record AsTheLawSays(Tags.Facts facts, Viewer viewer) {

    boolean permits(Tag tag) {
        boolean isGone = tag.policies().stream()
                        .anyMatch(p -> p.owner() instanceof Owner.OfPerson owner
                                && facts.erased().contains(owner.person()))
                || (isParticipant() && facts.erased().contains(viewer.person()));
        return !isGone
                && tag.purposes().contains(viewer.purpose())
                && tag.policies().stream().allMatch(this::passes);
    }

    private boolean passes(Policy policy) {
        return (isParticipant() && policy.owner().equals(Owner.of(viewer.person())))
                || policy.audience().stream().anyMatch(atom -> isLetIn(policy, atom));
    }

    private boolean isLetIn(Policy policy, Atom atom) {
        if (!admits(atom) || owesAYes(policy, atom)) {
            return false;
        }
        if (atom instanceof Atom.Anyone || atom instanceof Atom.NamedDespite) {
            return true;
        }
        boolean isAboutThem = policy.concerns().contains(viewer.person()) && !(atom instanceof Atom.Named);
        return !isAboutThem && !isBarred(policy.owner());
    }

    private boolean admits(Atom atom) {
        if (atom instanceof Atom.Anyone) {
            return true;
        }
        if (atom instanceof Atom.Office) {
            return viewer.capacity() == Capacity.OFFICE && facts.officers().contains(viewer.person());
        }
        return isParticipant() && admitsParticipant(atom);
    }

    private boolean admitsParticipant(Atom atom) {
        PersonId person = viewer.person();
        if (atom instanceof Atom.Named named) {
            return named.person().equals(person);
        }
        if (atom instanceof Atom.NamedDespite named) {
            return named.person().equals(person);
        }
        if (atom instanceof Atom.Cohort) {
            return facts.cohort().contains(person);
        }
        if (atom instanceof Atom.MembersAsOf asOf) {
            return isMemberSince(asOf.group(), asOf.time());
        }
        if (atom instanceof Atom.Members members) {
            return stay(members.group()).isPresent();
        }
        if (atom instanceof Atom.Present present) {
            return Tags.present(present.meeting()).contains(person) && isMemberSince(present.group(), present.start());
        }
        return atom instanceof Atom.Space space
                && (stay(space.group()).isPresent()
                        || stays(space.group()).stream()
                                .anyMatch(s -> s.person().equals(person) && s.keepsSpace() && isOver(s)));
    }

    private boolean isMemberSince(GroupId group, Instant time) {
        return stay(group).filter(s -> !s.joinedAt().isAfter(time)).isPresent();
    }

    private boolean owesAYes(Policy policy, Atom atom) {
        Optional<GroupId> group = Optional.empty();
        if (atom instanceof Atom.MembersAsOf asOf) {
            group = Optional.of(asOf.group());
        } else if (atom instanceof Atom.Members members) {
            group = Optional.of(members.group());
        } else if (atom instanceof Atom.Present present) {
            group = Optional.of(present.group());
        }
        return policy.owner() instanceof Owner.OfPerson
                && group.flatMap(this::stay).filter(s -> !s.acknowledged()).isPresent();
    }

    private boolean isBarred(Owner owner) {
        if (owner instanceof Owner.OfPerson one) {
            return hasPowerOver(one.person())
                    || facts.conflicts().contains(List.of(viewer.person(), one.person()))
                    || facts.conflicts().contains(List.of(one.person(), viewer.person()));
        }
        return stays(((Owner.OfGroup) owner).group()).stream()
                .filter(AsTheLawSays::isNow)
                .map(World.Stay::person)
                .anyMatch(member -> !member.equals(viewer.person()) && hasPowerOver(member));
    }

    /** Of whom nothing is known, anybody could have power over them. */
    private boolean hasPowerOver(PersonId person) {
        return !facts.known().contains(person) || facts.power().contains(List.of(viewer.person(), person));
    }

    private boolean isParticipant() {
        return viewer.capacity() == Capacity.PARTICIPANT;
    }

    private List<World.Stay> stays(GroupId group) {
        return group.equals(Tags.GROUPS.get(0)) ? facts.g() : facts.h();
    }

    /** The stay that they are in; should there be two, the one that was told first. */
    private Optional<World.Stay> stay(GroupId group) {
        return stays(group).stream()
                .filter(s -> s.person().equals(viewer.person()) && isNow(s))
                .findFirst();
    }

    private static boolean isNow(World.Stay stay) {
        return !stay.joinedAt().isAfter(Tags.NOW) && !isOver(stay);
    }

    private static boolean isOver(World.Stay stay) {
        return stay.leftAt().filter(left -> !left.isAfter(Tags.NOW)).isPresent();
    }
}
