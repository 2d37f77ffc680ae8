package org.peercircle.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.peercircle.jdbc.ConnectionSource;
import org.peercircle.jdbc.JdbcRecordStore;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.TenantId;

/** How the store's calls grow with the records that a program has, as ratios to the fewest. */
final class StoreGrowth {

    private static final int AT_ONCE = 1_000;
    private static final int TIMES = 300;
    private static final int CHILDREN = 25;
    private static final int PAGE = 20;

    private final JdbcRecordStore store;
    private final TenantId tenant = new TenantId("growth-" + UUID.randomUUID());
    private final Random random = new Random(1);
    private final int records;

    private StoreGrowth(DataSource source, int records) {
        this.store = JdbcRecordStore.over(ConnectionSource.of(source));
        this.records = records;
        for (int from = 0; from < records; from += AT_ONCE) {
            List<RecordOp> ops = new ArrayList<>();
            for (int i = from; i < Math.min(records, from + AT_ONCE); i++) {
                ops.add(new RecordOp.Create(key(i), content(i)));
            }
            commit(ops);
        }
    }

    static void report(DataSource source, List<Integer> sizes, PrintWriter out) throws Exception {
        out.printf(Locale.ROOT, "%n%10s %9s %9s %9s %9s  (time ratio)%n", "records", "read", "page", "commit", "feed");
        double[] first = {};
        for (int records : sizes) {
            double[] times = new StoreGrowth(source, records).times();
            first = first.length == 0 ? times : first;
            out.printf(
                    Locale.ROOT,
                    "%10d %9.2f %9.2f %9.2f %9.2f%n",
                    records,
                    times[0] / first[0],
                    times[1] / first[1],
                    times[2] / first[2],
                    times[3] / first[3]);
            out.flush();
        }
    }

    private double[] times() throws Exception {
        long[] position = {0};
        // What filled it is behind: its entries are long.
        for (List<FeedEntry> page = store.feed(tenant, 0, AT_ONCE);
                !page.isEmpty();
                page = store.feed(tenant, position[0], AT_ONCE)) {
            position[0] = page.get(page.size() - 1).position();
        }
        int[] fresh = {records};
        return new double[] {
            time(() -> store.read(tenant, Set.of(key(random.nextInt(records))))),
            time(() -> store.find(
                    tenant, IndexQuery.equal("thing", parent(random.nextInt(records))), PageRequest.first(PAGE))),
            time(() -> commit(List.of(new RecordOp.Create(key(fresh[0]), content(fresh[0]++))))),
            time(() -> store.feed(tenant, position[0], 1).forEach(entry -> position[0] = entry.position()))
        };
    }

    private static double time(SideBySide.Doing doing) throws Exception {
        for (int i = 0; i < TIMES / 3; i++) {
            doing.once();
        }
        long began = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            doing.once();
        }
        return (System.nanoTime() - began) / (double) TIMES;
    }

    private void commit(List<RecordOp> ops) {
        store.commit(new Commit(tenant, UUID.randomUUID().toString(), "f", ops, List.of()));
    }

    private static RecordKey key(int i) {
        return new RecordKey("thing", "id" + i);
    }

    private static IndexEntry parent(int i) {
        return new IndexEntry.Text("parent", "p" + i / CHILDREN);
    }

    private static RecordContent content(int i) {
        return new RecordContent(List.of(parent(i)), "thing;1;bytes", Payload.of(new byte[512]));
    }
}
