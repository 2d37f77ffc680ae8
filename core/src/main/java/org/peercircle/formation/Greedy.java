package org.peercircle.formation;

/** A first seating: each in turn where it breaks least, then where it scores most, filling groups to their minimum first. */
final class Greedy {

    private static final int GROUPS_LOOKED_AT = 32;

    private final Seating seating;
    private final Chance chance;

    Greedy(Seating seating, Chance chance) {
        this.seating = seating;
        this.chance = chance;
    }

    void seat() {
        int[] order = shuffled(seating.size());
        for (int entrant : order) {
            seat(entrant, true);
        }
        for (int entrant : order) {
            if (seating.rowOf(entrant) == seating.waitingRow()) {
                seat(entrant, false);
            }
        }
    }

    private void seat(int entrant, boolean upToMinimum) {
        int first = chance.below(seating.groups());
        int bestRow = -1;
        double most = Double.NEGATIVE_INFINITY;
        int looks = 0;
        for (int i = 0; i < seating.groups() && looks < GROUPS_LOOKED_AT; i++) {
            int row = (first + i) % seating.groups();
            if (seating.hasRoom(row) && !(upToMinimum && seating.canSpare(row))) {
                looks++;
                double gain = seating.priceMove(entrant, row);
                if (gain > most) {
                    bestRow = row;
                    most = gain;
                }
            }
        }
        if (bestRow >= 0) {
            seating.move(entrant, bestRow);
        }
    }

    private int[] shuffled(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = chance.below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
