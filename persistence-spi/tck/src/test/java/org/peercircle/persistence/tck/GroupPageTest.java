package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.peercircle.office.Actor;
import org.peercircle.office.Desk;
import org.peercircle.office.GroupPage;
import org.peercircle.persistence.RecordRepository;
import org.peercircle.persistence.Sealing;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;

/** A group's page is what its parts are, in three calls to the store. */
class GroupPageTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final Stage stage = new Stage(RecordRepository.over(
            new WrappedStore() {
                @Override
                public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
                    calls.incrementAndGet();
                    return super.read(tenant, keys);
                }

                @Override
                public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
                    calls.incrementAndGet();
                    return super.find(tenant, query, page);
                }

                @Override
                public List<Page<StoredRecord>> findTogether(TenantId tenant, List<IndexQuery> queries, int limit) {
                    calls.incrementAndGet();
                    return right.findTogether(tenant, queries, limit);
                }
            },
            Sealing.forThisProcess(new InMemoryKeyVault())));

    @Test
    void a_page_takes_three_calls_and_shows_each_what_its_parts_show_them() {
        for (int n = 0; n < 60; n++) {
            Act act = Act.script(Onlooker.MEMBER, new Random(n), 40).get(n % 40);
            stage.wait(n, act);
            if (act.kind() != Act.Kind.ERASE && act.kind() != Act.Kind.DEPART) {
                stage.play(act, "words", "goal");
            }
        }
        assertThat(stage.plans()).hasSizeGreaterThan(3);
        for (Actor actor : List.of(
                Actor.participant(Stage.person(1)),
                Actor.participant(Stage.person(4)),
                Actor.coordinator(Stage.DANA))) {
            Desk desk = stage.office().as(actor);
            calls.set(0);
            GroupPage page = desk.groups().page(stage.aurora()).orElseThrow();
            assertThat(calls.get()).as("calls for " + actor).isLessThanOrEqualTo(3);
            assertThat(page.group())
                    .isEqualTo(desk.groups().view(stage.aurora()).orElseThrow());
            assertThat(page.people()).isEqualTo(desk.groups().people(stage.aurora()));
            assertThat(page.meetings()).isEqualTo(desk.meetings().calendar(stage.aurora()));
            assertThat(printed(page.plans())).isEqualTo(printed(desk.plans().list(stage.aurora())));
        }
        assertThat(stage.office()
                        .as(Actor.participant(Stage.person(9)))
                        .groups()
                        .page(stage.aurora())
                        .refusals())
                .isEqualTo(stage.office()
                        .as(Actor.participant(Stage.person(9)))
                        .groups()
                        .view(stage.aurora())
                        .refusals());
    }

    private static String printed(Object value) {
        StringBuilder text = new StringBuilder();
        Seen.print(value, text);
        return text.toString();
    }
}
