package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercircle.audit.AuditDetail;
import org.peercircle.cohort.Enrollment;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Disclosure;
import org.peercircle.confidentiality.Saying;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.confidentiality.World;
import org.peercircle.decision.Decision;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.SayingId;
import org.peercircle.office.port.AggregateKind;

/**
 * Lets a cohort and its office read what somebody said, without who said it (law C22). The author writes it anew, so that
 * nothing in it gives them away; everybody reads the same, in the same order, and from the day after on.
 *
 * <pre>{@code
 * desk.sayings().say(group, mine.piece(), mine.version(), Confidential.draft("Some labs expect weekends.")).orElseThrow();
 * }</pre>
 */
public final class SayingDesk {

    private final Backstage backstage;
    private final Actor actor;

    SayingDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /**
     * Releases a piece of the actor's without their name, in the words that they hand in. It is in their log.
     *
     * <p>Refused if fewer than five people were in the group when it was said, of whom each could have said it.
     *
     * @param version of the piece, as the actor read it; another is refused as {@code piece-changed}
     * @param text what others will read; nothing of the piece itself is shown
     */
    public Decision<SayingId> say(GroupId group, PieceId piece, int version, Confidential<String> text) {
        if (actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("release what members said", "its owner"));
        }
        return backstage.decide(work -> {
            Optional<PeerGroup> where = work.find(AggregateKind.GROUP, group);
            Optional<Kept.Part> own = new Kept(backstage, work.aside(), actor).own(group, where, piece);
            if (own.isEmpty()) {
                return Decision.refuse(new OfficeRefusal.NotThere("piece of yours", piece.value()));
            }
            Confidential<String> said = own.orElseThrow().piece().json();
            if (said.version() != version) {
                return Decision.refuse(new OfficeRefusal.PieceChanged(piece, said.version()));
            }
            PeerGroup of = where.orElseThrow();
            int could = of.members(said.filedAt()).size();
            if (could < Saying.FEWEST_AUTHORS) {
                return Decision.refuse(new OfficeRefusal.TellsWho(piece, Saying.FEWEST_AUTHORS));
            }
            Saying saying = new Saying(
                    SayingId.of(backstage.newId()),
                    actor.person(),
                    of.cohort(),
                    backstage.file(text, Saying.tagOf(actor.person())));
            work.create(AggregateKind.SAYING, saying.id(), saying);
            log(work, AuditDetail.What.RELEASED, Map.of("piece", piece.value(), "to", "the cohort, without your name"));
            return Decision.accept(saying.id());
        });
    }

    /** Takes back what the actor said: from now on nobody reads it. */
    public Decision<Boolean> takeBack(SayingId id) {
        return backstage.decide(work -> {
            Optional<Saying> own = work.find(AggregateKind.SAYING, id).filter(this::isOwn);
            if (own.isEmpty()) {
                return Decision.refuse(new OfficeRefusal.NotThere("saying of yours", id.value()));
            }
            work.delete(AggregateKind.SAYING, id);
            log(work, AuditDetail.What.RELEASE_REVOKED, Map.of());
            return Decision.accept(true);
        });
    }

    /** Returns what the actor said, by the ids with which they take it back; nothing for the office. */
    public ImmutableMap<SayingId, String> mine(CohortId cohort) {
        Work work = backstage.look();
        Viewer self = Backstage.subject(actor);
        World world = world(work, ImmutableSet.of(actor.person()));
        return sayings(work, cohort)
                .filter(this::isOwn)
                .sorted(Comparator.comparing(Saying::id))
                .flatMap(saying ->
                        Disclosure.open(saying.text(), self, world).stream().map(text -> Map.entry(saying.id(), text)))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Returns what was said in a cohort, by month and then in the order of the alphabet: the same to each of its people and to
     * the office; nothing for others.
     */
    public ImmutableList<SayingView> list(CohortId cohort) {
        Work work = backstage.look();
        boolean isTheirs = work.find(AggregateKind.COHORT, cohort)
                .filter(c -> actor.isCoordinator()
                        || c.enrollment(actor.person(), work.now())
                                .filter(Enrollment::isCurrent)
                                .isPresent())
                .isPresent();
        ImmutableList<Saying> all = sayings(work, cohort)
                .filter(saying -> isTheirs && saying.isOutAt(work.now()))
                .collect(ImmutableList.toImmutableList());
        World world = world(work, all.stream().map(Saying::author).collect(ImmutableSet.toImmutableSet()));
        Viewer viewer = backstage.viewer(actor);
        return all.stream()
                .flatMap(saying -> Disclosure.open(saying.text(), viewer, world).stream()
                        .map(text -> new SayingView(text, monthOf(saying))))
                .sorted(Comparator.comparing(SayingView::month).thenComparing(SayingView::text))
                .collect(ImmutableList.toImmutableList());
    }

    private static YearMonth monthOf(Saying saying) {
        return YearMonth.from(saying.text().filedAt().atOffset(ZoneOffset.UTC));
    }

    /** For authors only whether they were erased matters: it is for anyone. */
    private static World world(Work work, ImmutableSet<PersonId> authors) {
        World.Builder world = World.at(work.now()).keptFrom(Worlds.contentKeptFrom(work, Optional.empty()));
        work.findAll(AggregateKind.ERASURE, authors).values().forEach(erased -> world.erased(erased.person()));
        return world.build();
    }

    private static Stream<Saying> sayings(Work work, CohortId cohort) {
        return work.children(AggregateKind.SAYING, cohort).stream();
    }

    private boolean isOwn(Saying saying) {
        return actor.isThemself(saying.author());
    }

    private void log(Work work, AuditDetail.What what, Map<String, String> facts) {
        new Log(backstage, work).add(what, actor.person(), actor.person(), work.now(), facts);
    }
}
