package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.DomainEvent;
import org.peercircle.office.port.ProgramCommit;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.memory.InMemoryRecordStore;

/** What the host is told: what the office may know, past what it may not, from any position. */
class ProgramFeedTest {

    private final InMemoryRecordStore store = new InMemoryRecordStore();
    private final Sealing sealing = Sealing.forThisProcess(new InMemoryKeyVault());
    private final RecordRepository repository = RecordRepository.over(store, sealing);
    private final ProgramFeed feed = ProgramFeed.over(store, sealing);

    private void happened(String id, DomainEvent... events) {
        repository.commit(new ProgramCommit(Records.PROGRAM, id, ImmutableList.of(), ImmutableList.copyOf(events)));
    }

    private static DomainEvent event(String type, Tag existence) {
        return DomainEvent.of(type, "subject", existence, ImmutableMap.of("person", Records.BEN));
    }

    @Test
    void only_what_the_office_may_know_is_told() {
        Tag office = Tag.officeFact(Owner.of(Records.GROUP), Records.PROGRAM);
        Tag own = Tag.content(Policy.of(Owner.of(Records.ADA)));
        happened("one", event("joined", office), event("planned", own));
        happened("two", event("planned", own));
        happened("three", event("both", office.join(own)), event("opened", Tag.PUBLIC));
        ProgramFeed.Chapter all = feed.after(Records.PROGRAM, 0, 10);
        assertThat(all.isEnd()).isTrue();
        assertThat(all.told()).extracting(ProgramFeed.Told::commitId).containsExactly("one", "three");
        assertThat(all.told().get(0).events()).containsExactly(event("joined", office));
        assertThat(all.told().get(1).events()).containsExactly(event("opened", Tag.PUBLIC));
    }

    @Test
    void it_goes_on_past_what_may_not_be_told() {
        Tag own = Tag.content(Policy.of(Owner.of(Records.ADA)));
        for (int i = 0; i < 5; i++) {
            happened("own" + i, event("planned", own));
        }
        happened("open", event("opened", Tag.PUBLIC));
        long position = 0;
        boolean isEnd = false;
        List<String> types = new ArrayList<>();
        while (!isEnd) {
            ProgramFeed.Chapter chapter = feed.after(Records.PROGRAM, position, 2);
            assertThat(chapter.position()).isGreaterThanOrEqualTo(position);
            position = chapter.position();
            isEnd = chapter.isEnd();
            chapter.told().forEach(told -> told.events().forEach(event -> types.add(event.type())));
        }
        assertThat(types).containsExactly("opened");
        assertThat(feed.after(Records.PROGRAM, position, 2).told()).isEmpty();
    }
}
