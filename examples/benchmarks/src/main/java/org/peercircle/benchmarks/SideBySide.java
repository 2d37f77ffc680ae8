package org.peercircle.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

/**
 * Two ways to come to the same.
 *
 * @param ours makes what one thread does again and again
 * @param byHand likewise
 * @param roundTrips how often ours asks the database and waits, once it was counted; 0 where it was not
 */
record SideBySide(String name, Maker ours, Maker byHand, IntSupplier roundTrips) {

    /** A machine that is too slow to warm up in this time, in seconds, is measured as it is. */
    private static final double LONGEST_WARM_UP = 60;

    /** For how long one side goes on before it is the other's turn, in seconds. */
    private static final double SLICE = 0.2;

    SideBySide(String name, Maker ours, Maker byHand) {
        this(name, ours, byHand, () -> 0);
    }

    /** Something that is done again and again. */
    interface Doing {
        void once() throws Exception;
    }

    /** Makes what a thread does, from the thread's number. */
    interface Maker {
        Doing forThread(int thread) throws Exception;
    }

    /**
     * Returns the rate of ours as a share of the rate by hand: the median over many short slices of time, so that what else
     * the machine does meanwhile slows both sides down alike.
     *
     * @param seconds for each side, all in all
     * @param warmUp how many operations of each side come before
     */
    double share(int threads, double seconds, int warmUp) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Doing> ourThreads = made(ours, threads);
            List<Doing> theirThreads = made(byHand, threads);
            warmUp(pool, ourThreads, warmUp);
            warmUp(pool, theirThreads, warmUp);
            double[] shares = new double[Math.max(1, (int) Math.ceil(seconds / SLICE))];
            for (int i = 0; i < shares.length; i++) {
                double our = rate(pool, ourThreads, SLICE);
                shares[i] = our / rate(pool, theirThreads, SLICE);
            }
            Arrays.sort(shares);
            return shares[shares.length / 2];
        } catch (InterruptedException | ExecutionException e) {
            throw e;
        } catch (Exception e) {
            throw new ExecutionException(e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Does it so often before it counts: Java compiles what is done once an operation after thousands of them. */
    private static void warmUp(ExecutorService pool, List<Doing> threads, int operations)
            throws InterruptedException, ExecutionException {
        double done = 0;
        for (double seconds = 0; done < operations && seconds < LONGEST_WARM_UP; seconds += SLICE) {
            done += rate(pool, threads, SLICE) * SLICE;
        }
    }

    private static List<Doing> made(Maker maker, int threads) throws Exception {
        List<Doing> made = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            made.add(maker.forThread(thread));
        }
        return made;
    }

    private static double rate(ExecutorService pool, List<Doing> threads, double seconds)
            throws InterruptedException, ExecutionException {
        long until = System.nanoTime() + (long) (seconds * 1e9);
        List<Future<Double>> rates = new ArrayList<>();
        for (Doing doing : threads) {
            rates.add(pool.submit(() -> {
                long began = System.nanoTime();
                long done = 0;
                while (System.nanoTime() < until || done == 0) {
                    doing.once();
                    done++;
                }
                return done * 1e9 / (System.nanoTime() - began);
            }));
        }
        double all = 0;
        for (Future<Double> rate : rates) {
            all += rate.get();
        }
        return all;
    }
}
