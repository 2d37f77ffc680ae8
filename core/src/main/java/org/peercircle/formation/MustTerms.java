package org.peercircle.formation;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peercircle.id.PersonId;
import org.peercircle.people.CommonSlots;

/** Turns each must into a term over arrays. */
final class MustTerms {

    private final List<Entrant> entrants;
    private final Seats seats;
    private final Map<PersonId, Integer> numbers = new HashMap<>();

    MustTerms(List<Entrant> entrants, Seats seats) {
        this.entrants = entrants;
        this.seats = seats;
        for (int i = 0; i < entrants.size(); i++) {
            numbers.put(entrants.get(i).id(), i);
        }
    }

    Term compile(Must must) {
        if (must instanceof Must.ApartBy rule) {
            return new ApartTerm.Sharing(seats, new Values(entrants, rule.trait()));
        }
        if (must instanceof Must.Apart rule) {
            return apart(rule.pairs());
        }
        if (must instanceof Must.ApartIf rule) {
            return new ApartTerm.Told(seats, entrants, rule.test());
        }
        if (must instanceof Must.Together rule) {
            return together(rule.sets());
        }
        if (must instanceof Must.NobodyAlone rule) {
            return nobodyAlone(rule);
        }
        if (must instanceof Must.SharedSlot rule) {
            return sharedSlot(rule.slots(), rule.atLeast());
        }
        if (must instanceof Must.SharedValue rule) {
            return sharedValue(new Values(entrants, rule.trait()));
        }
        if (must instanceof Must.AtLeast rule) {
            return counting(rule.trait(), rule.value(), have -> Math.max(0, rule.count() - have));
        }
        if (must instanceof Must.AtMostWith rule) {
            return counting(rule.trait(), rule.value(), have -> Math.max(0, have - rule.count()));
        }
        if (must instanceof Must.AtMost rule) {
            return atMost(rule.count(), new Values(entrants, rule.trait()));
        }
        if (must instanceof Must.GroupRule rule) {
            return groupRule(rule);
        }
        if (must instanceof Must.Unchanged rule) {
            return unchanged(rule);
        }
        Must.Pinned rule = (Must.Pinned) must;
        return new PlaceTerm.Pinned(
                seats,
                entrants.stream()
                        .mapToInt(e -> rule.groups().getOrDefault(e.id(), PlaceTerm.Pinned.ANYWHERE))
                        .toArray());
    }

    private Term apart(ImmutableSet<Pair> pairs) {
        List<int[]> known = new ArrayList<>();
        for (Pair pair : pairs) {
            Integer one = numbers.get(pair.one());
            Integer other = numbers.get(pair.other());
            if (one != null && other != null) {
                known.add(new int[] {one, other});
            }
        }
        return new ApartTerm.Named(seats, ApartTerm.adjacency(entrants.size(), known));
    }

    private Term together(List<ImmutableSet<PersonId>> together) {
        int[][] sets = together.stream()
                .map(set -> set.stream()
                        .mapToInt(id -> numbers.getOrDefault(id, Term.NOBODY))
                        .toArray())
                .toArray(int[][]::new);
        int[][] setsOf = new int[entrants.size()][0];
        for (int s = 0; s < sets.length; s++) {
            for (int member : sets[s]) {
                setsOf[member] = Arrays.copyOf(setsOf[member], setsOf[member].length + 1);
                setsOf[member][setsOf[member].length - 1] = s;
            }
        }
        return new TogetherTerm(seats, sets, setsOf);
    }

    private Term nobodyAlone(Must.NobodyAlone rule) {
        boolean[] minds = which(e -> !rule.waived().contains(e.id()));
        return new EachValueTerm(seats, new Values(entrants, rule::valuesOf)) {
            @Override
            int units(int count, int minding) {
                return minding > 0 ? Math.max(0, rule.atLeast() - count) : 0;
            }

            @Override
            boolean minds(int entrant) {
                return minds[entrant];
            }
        };
    }

    private Term atMost(int most, Values values) {
        return new EachValueTerm(seats, values) {
            @Override
            int units(int count, int minding) {
                return Math.max(0, count - most);
            }

            @Override
            boolean onlyGrows() {
                return true;
            }
        };
    }

    private Term counting(String trait, String value, IntUnaryOperator units) {
        return new CountTerm(seats, which(e -> e.values(trait).contains(value)), units);
    }

    private Term sharedSlot(CommonSlots slots, int atLeast) {
        SlotBits bits = new SlotBits(entrants, slots);
        return new WholeTerm(seats) {
            @Override
            double measured(int row, int out, int in) {
                return count(row, out, in) == 0 ? 0 : Math.max(0, atLeast - bits.shared(seats, row, out, in));
            }

            @Override
            boolean onlyGrows() {
                return true;
            }
        };
    }

    private Term sharedValue(Values values) {
        return new WholeTerm(seats) {
            @Override
            double measured(int row, int out, int in) {
                return count(row, out, in) - values.mostOfOne(seats, row, out, in);
            }

            @Override
            boolean onlyGrows() {
                return true;
            }
        };
    }

    private Term groupRule(Must.GroupRule rule) {
        return new WholeTerm(seats) {
            @Override
            double measured(int row, int out, int in) {
                return rule.units(members(seats, entrants, row, out, in));
            }
        };
    }

    private Term unchanged(Must.Unchanged rule) {
        int[] home =
                IntStream.generate(() -> Term.NOBODY).limit(entrants.size()).toArray();
        int[] belonging = new int[seats.waitingRow() + 1];
        Arrays.fill(belonging, -1);
        rule.groups().forEach((group, members) -> {
            belonging[group] = members.size();
            members.forEach(member -> {
                Integer number = numbers.get(member);
                if (number != null) {
                    home[number] = group;
                }
            });
        });
        return new PlaceTerm.Unchanged(seats, home, belonging);
    }

    private boolean[] which(Predicate<Entrant> test) {
        boolean[] which = new boolean[entrants.size()];
        for (int i = 0; i < which.length; i++) {
            which[i] = test.test(entrants.get(i));
        }
        return which;
    }

    /** The members of a row with one gone and one come, smallest number first, as slow evaluation sees them. */
    static List<Entrant> members(Seats seats, List<Entrant> entrants, int row, int out, int in) {
        IntStream staying =
                Arrays.stream(seats.members(row), 0, seats.count(row)).filter(member -> member != out);
        return Stream.concat(staying.boxed(), in == Term.NOBODY ? Stream.of() : Stream.of(in))
                .sorted()
                .map(entrants::get)
                .toList();
    }
}
