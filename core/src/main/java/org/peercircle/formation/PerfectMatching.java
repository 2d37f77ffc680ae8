package org.peercircle.formation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Pairs up an even number of vertices so that the weights of the pairs sum to the most there is: Edmonds' perfect matching
 * of maximum weight in a complete graph, by primal and dual steps with blossoms (Edmonds 1965, Galil 1986). Exact; time
 * cubic in the number of vertices.
 *
 * <p>A node is a vertex, or a blossom: an odd cycle of nodes that acts as one. Trees of alternating paths grow from every
 * unmatched node at once; a node is outer where its path has even length. Duals are kept doubled, so that all is whole.
 */
final class PerfectMatching {

    private static final int NONE = -1;

    private enum Label {
        FREE,
        OUTER,
        INNER
    }

    private final int n;
    private final long[][] weight;
    private final long[] dual;
    /** By two nodes, the vertex inside the first where the best edge between them ends. */
    private final int[][] end;
    /** By node, the vertex it is matched with. */
    private final int[] mate;
    /** By node, the outermost node that holds it; {@link #NONE} for a blossom that is not there. */
    private final int[] top;

    private final Label[] label;
    /** By inner node, the vertex that its tree reached it from. */
    private final int[] parent;
    /** By node that is not inner, the outer vertex whose edge to it is nearest to tight. */
    private final int[] nearest;

    private final List<List<Integer>> cycles = new ArrayList<>();
    /** By blossom and vertex, the node of its cycle that holds the vertex. */
    private final int[][] part;

    private final int[] visited;
    private final ArrayDeque<Integer> queue = new ArrayDeque<>();
    private int nodes;
    private int visit;

    private PerfectMatching(long[][] weight) {
        this.n = weight.length;
        this.weight = weight;
        int most = n + n / 2 + 2;
        this.dual = new long[most];
        this.end = new int[most][most];
        this.mate = filled(most);
        this.top = filled(most);
        this.label = new Label[most];
        Arrays.fill(label, Label.FREE);
        this.parent = filled(most);
        this.nearest = filled(most);
        this.part = new int[most][n];
        this.visited = new int[most];
        this.nodes = n;
        long heaviest = 0;
        for (int u = 0; u < most; u++) {
            cycles.add(new ArrayList<>());
            Arrays.fill(part[u], NONE);
            Arrays.fill(end[u], NONE);
        }
        for (int u = 0; u < n; u++) {
            top[u] = u;
            part[u][u] = u;
            for (int v = 0; v < n; v++) {
                end[u][v] = u;
                heaviest = Math.max(heaviest, weight[u][v]);
            }
        }
        Arrays.fill(dual, 0, n, heaviest);
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }

    /**
     * Pairs up all vertices.
     *
     * @param weight symmetric, of an even number of vertices, no entry beyond 2⁶⁰ in size
     * @param goOn run before each pair that is added; what it throws ends that
     */
    static PerfectMatching of(long[][] weight, Runnable goOn) {
        PerfectMatching matching = new PerfectMatching(weight);
        for (int pair = 0; pair < matching.n / 2; pair++) {
            goOn.run();
            matching.growUntilAugmented();
        }
        return matching;
    }

    /** Weights with one more vertex, the last. */
    static long[][] withOneMore(long[][] weight, long[] weightWithIt) {
        int n = weight.length;
        long[][] more = new long[n + 1][];
        for (int u = 0; u < n; u++) {
            more[u] = Arrays.copyOf(weight[u], n + 1);
            more[u][n] = weightWithIt[u];
        }
        more[n] = Arrays.copyOf(weightWithIt, n + 1);
        return more;
    }

    /** By vertex, whom it is paired with. */
    int[] mates() {
        return Arrays.copyOf(mate, n);
    }

    /** What all pairs weigh together. */
    long sum() {
        long sum = 0;
        for (int u = 0; u < n; u++) {
            sum += u < mate[u] ? weight[u][mate[u]] : 0;
        }
        return sum;
    }

    /**
     * By two vertices, twice what a matching that pairs them weighs less than this one, at the least. What several pairs
     * cost so may be added up: a matching that has them all weighs less by the sum.
     */
    long[][] slacks() {
        long[][] slacks = new long[n][n];
        for (int u = 0; u < n; u++) {
            for (int v = 0; v < n; v++) {
                slacks[u][v] = dual[u] + dual[v] - 2 * weight[u][v];
            }
        }
        for (int b = n; b < nodes; b++) {
            if (top[b] == b) {
                addDualOf(b, slacks);
            }
        }
        return slacks;
    }

    /** Adds a blossom's dual, and those of the blossoms inside, to the slacks within; returns the vertices inside. */
    private List<Integer> addDualOf(int blossom, long[][] slacks) {
        List<Integer> vertices = new ArrayList<>();
        for (int inside : cycles.get(blossom)) {
            if (inside < n) {
                vertices.add(inside);
            } else {
                vertices.addAll(addDualOf(inside, slacks));
            }
        }
        for (int u : vertices) {
            for (int v : vertices) {
                slacks[u][v] += dual[blossom];
            }
        }
        return vertices;
    }

    /** How far the best edge between two nodes is from tight, doubled. */
    private long slack(int x, int y) {
        int u = end[x][y];
        int v = end[y][x];
        return dual[u] + dual[v] - 2 * weight[u][v];
    }

    private void growUntilAugmented() {
        queue.clear();
        Arrays.fill(label, Label.FREE);
        Arrays.fill(nearest, NONE);
        for (int x = 0; x < nodes; x++) {
            if (top[x] == x && mate[x] == NONE) {
                parent[x] = NONE;
                label[x] = Label.OUTER;
                enqueue(x);
            }
        }
        while (true) {
            while (!queue.isEmpty()) {
                if (scan(queue.remove())) {
                    return;
                }
            }
            if (relaxDuals()) {
                return;
            }
        }
    }

    /** Looks at all edges of an outer vertex; returns whether the matching was augmented. */
    private boolean scan(int u) {
        if (label[top[u]] == Label.INNER) {
            return false;
        }
        for (int v = 0; v < n; v++) {
            if (top[u] != top[v]) {
                if (slack(u, v) == 0) {
                    if (useTight(u, v)) {
                        return true;
                    }
                } else {
                    considerNearest(u, top[v]);
                }
            }
        }
        return false;
    }

    private void considerNearest(int u, int x) {
        if (nearest[x] == NONE || slack(u, x) < slack(nearest[x], x)) {
            nearest[x] = u;
        }
    }

    private void findNearest(int x) {
        nearest[x] = NONE;
        for (int u = 0; u < n; u++) {
            if (top[u] != x && label[top[u]] == Label.OUTER) {
                considerNearest(u, x);
            }
        }
    }

    private void enqueue(int x) {
        if (x < n) {
            queue.add(x);
        } else {
            cycles.get(x).forEach(this::enqueue);
        }
    }

    private void putInto(int x, int outermost) {
        top[x] = outermost;
        if (x >= n) {
            cycles.get(x).forEach(inside -> putInto(inside, outermost));
        }
    }

    /** Changes the duals until an edge gets tight or a blossom opens; returns whether the matching was augmented. */
    private boolean relaxDuals() {
        long step = Long.MAX_VALUE;
        for (int b = n; b < nodes; b++) {
            if (top[b] == b && label[b] == Label.INNER) {
                step = Math.min(step, dual[b] / 2);
            }
        }
        for (int x = 0; x < nodes; x++) {
            if (top[x] == x && nearest[x] != NONE && label[x] != Label.INNER) {
                long slack = slack(nearest[x], x);
                step = Math.min(step, label[x] == Label.OUTER ? slack / 2 : slack);
            }
        }
        for (int u = 0; u < n; u++) {
            dual[u] += sign(label[top[u]]) * step;
        }
        for (int b = n; b < nodes; b++) {
            if (top[b] == b) {
                dual[b] -= 2 * sign(label[b]) * step;
            }
        }
        for (int x = 0; x < nodes; x++) {
            if (top[x] == x
                    && nearest[x] != NONE
                    && top[nearest[x]] != x
                    && label[x] != Label.INNER
                    && slack(nearest[x], x) == 0
                    && useTight(nearest[x], end[x][nearest[x]])) {
                return true;
            }
        }
        for (int b = n; b < nodes; b++) {
            if (top[b] == b && label[b] == Label.INNER && dual[b] == 0) {
                open(b);
            }
        }
        return false;
    }

    private static int sign(Label label) {
        return switch (label) {
            case OUTER -> -1;
            case INNER -> 1;
            case FREE -> 0;
        };
    }

    /** Grows a tree, closes a blossom, or augments along a tight edge from an outer vertex; returns whether the last. */
    private boolean useTight(int u, int v) {
        int x = top[u];
        int y = top[v];
        if (label[y] == Label.FREE) {
            parent[y] = u;
            label[y] = Label.INNER;
            int next = top[mate[y]];
            nearest[y] = NONE;
            nearest[next] = NONE;
            label[next] = Label.OUTER;
            enqueue(next);
        } else if (label[y] == Label.OUTER) {
            int root = meeting(x, y);
            if (root == NONE) {
                augment(x, y);
                augment(y, x);
                return true;
            }
            close(x, root, y);
        }
        return false;
    }

    /** The node where the paths of two outer nodes to their roots meet. */
    private int meeting(int one, int other) {
        visit++;
        int x = one;
        int y = other;
        while (x != NONE || y != NONE) {
            if (x != NONE) {
                if (visited[x] == visit) {
                    return x;
                }
                visited[x] = visit;
                x = grandparent(x);
            }
            int swap = x;
            x = y;
            y = swap;
        }
        return NONE;
    }

    private int grandparent(int outer) {
        return mate[outer] == NONE ? NONE : top[parent[top[mate[outer]]]];
    }

    private void augment(int from, int to) {
        int x = from;
        int y = to;
        while (true) {
            int before = mate[x] == NONE ? NONE : top[mate[x]];
            match(x, y);
            if (before == NONE) {
                return;
            }
            int above = top[parent[before]];
            match(before, above);
            x = above;
            y = before;
        }
    }

    /** Matches a node with another by their best edge, and what lies inside it accordingly. */
    private void match(int x, int y) {
        mate[x] = end[y][x];
        if (x >= n) {
            int inside = part[x][end[x][y]];
            int place = evenPlace(x, inside);
            List<Integer> cycle = cycles.get(x);
            for (int i = 0; i < place; i++) {
                match(cycle.get(i), cycle.get(i ^ 1));
            }
            match(inside, y);
            Collections.rotate(cycle, -place);
        }
    }

    /** The place of a node in a cycle, which is turned round if the place would be odd. */
    private int evenPlace(int blossom, int inside) {
        List<Integer> cycle = cycles.get(blossom);
        int place = cycle.indexOf(inside);
        if (place % 2 == 0) {
            return place;
        }
        Collections.reverse(cycle.subList(1, cycle.size()));
        return cycle.size() - place;
    }

    /** Makes one node of the cycle that a tight edge between two outer nodes of one tree closes. */
    private void close(int x, int root, int y) {
        int b = n;
        while (b < nodes && top[b] != NONE) {
            b++;
        }
        nodes = Math.max(nodes, b + 1);
        dual[b] = 0;
        label[b] = Label.OUTER;
        mate[b] = mate[root];
        List<Integer> cycle = new ArrayList<>();
        cycle.add(root);
        addPath(cycle, x, root);
        Collections.reverse(cycle.subList(1, cycle.size()));
        addPath(cycle, y, root);
        cycles.set(b, cycle);
        putInto(b, b);
        Arrays.fill(end[b], NONE);
        Arrays.fill(part[b], NONE);
        for (int inside : cycle) {
            for (int z = 0; z < nodes; z++) {
                if (end[inside][z] != NONE && (end[b][z] == NONE || slack(inside, z) < slack(b, z))) {
                    end[b][z] = end[inside][z];
                    end[z][b] = end[z][inside];
                }
            }
            for (int v = 0; v < n; v++) {
                part[b][v] = part[inside][v] == NONE ? part[b][v] : inside;
            }
        }
        findNearest(b);
    }

    private void addPath(List<Integer> cycle, int from, int root) {
        for (int x = from; x != root; ) {
            int inner = top[mate[x]];
            cycle.add(x);
            cycle.add(inner);
            enqueue(inner);
            x = top[parent[inner]];
        }
    }

    /** Puts the nodes of an inner blossom in its place: those on the path stay in the tree, the others get free. */
    private void open(int b) {
        List<Integer> cycle = cycles.get(b);
        cycle.forEach(inside -> putInto(inside, inside));
        int entry = part[b][end[b][parent[b]]];
        int place = evenPlace(b, entry);
        for (int i = 0; i < place; i += 2) {
            int inner = cycle.get(i);
            int outer = cycle.get(i + 1);
            parent[inner] = end[outer][inner];
            label[inner] = Label.INNER;
            label[outer] = Label.OUTER;
            nearest[inner] = NONE;
            findNearest(outer);
            enqueue(outer);
        }
        label[entry] = Label.INNER;
        parent[entry] = parent[b];
        for (int i = place + 1; i < cycle.size(); i++) {
            label[cycle.get(i)] = Label.FREE;
            findNearest(cycle.get(i));
        }
        top[b] = NONE;
    }
}
