package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ListMultimap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peercircle.audit.AuditLink;
import org.peercircle.audit.LegalMatter;
import org.peercircle.audit.LegalOrder;
import org.peercircle.decision.Decision;
import org.peercircle.id.PersonId;
import org.peercircle.office.Actor;
import org.peercircle.office.Expiry;
import org.peercircle.office.RetentionDesk;
import org.peercircle.persistence.RecordRepository;
import org.peercircle.persistence.Sealing;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.memory.InMemoryRecordStore;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;

/** A half year that was lived, in a store of which every commit is remembered. */
final class HalfYear {

    static final Actor OFFICE = Actor.coordinator(Stage.DANA);

    private static final int ACTS = 40;
    private static final Pattern SAID = Pattern.compile("said-by-(p[0-9]+)-in-[A-Z_]+[0-9]+!");

    final List<Commit> commits = new ArrayList<>();
    final InMemoryKeyVault vault = new InMemoryKeyVault();
    final Sealing sealing = Sealing.forThisProcess(vault);
    final HandedOn repository = new HandedOn(RecordRepository.over(
            new WrappedStore() {
                @Override
                public CommitOutcome commit(Commit commit) {
                    commits.add(commit);
                    return super.commit(commit);
                }
            },
            sealing));
    final Stage stage = new Stage(repository);
    /** What was refused on the way, by whom it was refused, in words. */
    final ListMultimap<Actor, String> refusals = ArrayListMultimap.create();

    HalfYear(long seed) {
        Random random = new Random(seed);
        Onlooker onlooker = Onlooker.values()[random.nextInt(Onlooker.values().length)];
        ImmutableList<Act> script = Act.script(onlooker, random, ACTS);
        for (int n = 0; n < script.size(); n++) {
            Act act = script.get(n);
            if (act.kind() != Act.Kind.ERASE) {
                int who = act.who() == Stage.FOUNDERS ? Stage.NEWCOMER : act.who();
                String text = "said-by-p" + who + "-in-" + act.kind() + n + "!";
                stage.wait(n, act);
                Decision<?> done = stage.play(act, text, text);
                Actor actor = Actor.participant(Stage.person(who));
                done.refusals().forEach(r -> refusals.put(actor, r.code() + " " + r.message() + " " + r));
            }
        }
    }

    /** Returns what each person, and then the office, can get out of the library. */
    Map<Actor, ImmutableList<String>> seen() {
        Map<Actor, ImmutableList<String>> all = seenByPeople();
        all.put(OFFICE, seenByOffice());
        return all;
    }

    /** What the office asks for in vain is in the log of whose it is, who see that afterwards. */
    ImmutableList<String> seenByOffice() {
        return Seen.by(OFFICE, stage, stage, false);
    }

    Map<Actor, ImmutableList<String>> seenByPeople() {
        Map<Actor, ImmutableList<String>> all = new LinkedHashMap<>();
        for (int i = 0; i <= Stage.NEWCOMER; i++) {
            Actor actor = Actor.participant(Stage.person(i));
            all.put(actor, Seen.by(actor, stage, stage, i < Stage.FOUNDERS));
        }
        return all;
    }

    void wait(int months) {
        stage.wait(ACTS, new Act(Act.Kind.VOTE, 0, 0, 0, months * 31 * 24));
    }

    void purge() {
        RetentionDesk retention = stage.coordinator().retention();
        ImmutableList<Expiry> announced = retention.preview().orElseThrow();
        assertThat(retention.purge().orElseThrow()).isEqualTo(announced);
    }

    void keepByOrder(PersonId person) {
        LegalOrder order = new LegalOrder(
                stage.aurora(),
                ImmutableSortedSet.of(person),
                "an order",
                new LegalOrder.Demand.Keep(stage.now().plus(Duration.ofDays(2000))),
                Optional.empty());
        LegalMatter filed = stage.coordinator().legal().file(order).orElseThrow();
        stage.office()
                .as(Actor.coordinator(PersonId.of("emil")))
                .legal()
                .confirm(filed.id())
                .orElseThrow();
    }

    ImmutableList<AuditLink> links() {
        return stage.coordinator().audit().links(0, 1000);
    }

    void erase(PersonId person) {
        assertThat(stage.office()
                        .as(Actor.participant(person))
                        .privacy()
                        .erase(person)
                        .orElseThrow())
                .isTrue();
    }

    /** Goes on with the records as they were after so many commits, as when a backup is restored. */
    void restore(int howMany) {
        InMemoryRecordStore earlier = new InMemoryRecordStore();
        List.copyOf(commits.subList(0, howMany)).forEach(earlier::commit);
        repository.to = RecordRepository.over(earlier, sealing);
    }

    static Set<String> words(Iterable<String> lines) {
        Set<String> words = new TreeSet<>();
        for (String line : lines) {
            Matcher said = SAID.matcher(line);
            while (said.find()) {
                words.add(said.group());
            }
        }
        return words;
    }
}
