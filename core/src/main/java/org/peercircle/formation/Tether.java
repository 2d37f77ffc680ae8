package org.peercircle.formation;

import java.util.Arrays;

/** Holds people to the seats they have: no more than so many may end up in another row. */
final class Tether {

    private final int[] home;
    private final int most;

    /**
     * Makes a tether.
     *
     * @param home the row of each entrant, or {@link Term#NOBODY} for those who are free to sit anywhere
     */
    Tether(int[] home, int most) {
        this.home = home.clone();
        this.most = most;
    }

    /** Returns a tether that holds nobody. */
    static Tether none(int people) {
        int[] home = new int[people];
        Arrays.fill(home, Term.NOBODY);
        return new Tether(home, people);
    }

    boolean holdsAnybody() {
        return most < home.length;
    }

    boolean allowsSwap(Seating seating, int one, int other) {
        return !holdsAnybody()
                || moved(seating)
                                + change(seating, one, seating.rowOf(other))
                                + change(seating, other, seating.rowOf(one))
                        <= most;
    }

    boolean allowsMove(Seating seating, int entrant, int row) {
        return !holdsAnybody() || moved(seating) + change(seating, entrant, row) <= most;
    }

    private int change(Seating seating, int entrant, int row) {
        int at = home[entrant];
        return at == Term.NOBODY ? 0 : (row == at ? 0 : 1) - (seating.rowOf(entrant) == at ? 0 : 1);
    }

    /** Sends home everybody whose having moved gains nothing. */
    void sendHome(Seating seating) {
        boolean any = true;
        while (any) {
            any = false;
            for (int i = 0; i < home.length; i++) {
                any |= home[i] != Term.NOBODY && seating.rowOf(i) != home[i] && sendHome(seating, i);
            }
        }
    }

    private boolean sendHome(Seating seating, int entrant) {
        int row = home[entrant];
        if (seating.hasRoom(row) && seating.priceMove(entrant, row) >= 0) {
            seating.move(entrant, row);
            return true;
        }
        for (int other = 0; other < home.length; other++) {
            if (seating.rowOf(other) == row && home[other] != row && seating.priceSwap(entrant, other) >= 0) {
                seating.swap(entrant, other);
                return true;
            }
        }
        return false;
    }

    /** How many sit elsewhere than at home. */
    int moved(Seating seating) {
        int moved = 0;
        for (int i = 0; i < home.length; i++) {
            moved += home[i] != Term.NOBODY && seating.rowOf(i) != home[i] ? 1 : 0;
        }
        return moved;
    }
}
