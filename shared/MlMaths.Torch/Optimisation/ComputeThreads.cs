namespace MlMaths.Torch.Optimisation;

/// <summary>
/// How many threads libtorch works with. Waking and joining threads costs more than a small product of matrices takes, and
/// the order in which threads add up decides the last bit: small problems are faster, and steadier, on one.
/// </summary>
public static class ComputeThreads
{
    private const long WorthSharing = 5_000_000;
    private const int  Rounds = 5, StepsPerRound = 5;

    /// <summary>One thread for a table of up to five million numbers, else one per core; returns the number.</summary>
    public static int Suit(long numbers)
    {
        int threads = numbers <= WorthSharing ? 1 : Environment.ProcessorCount;
        torch.set_num_threads(threads);
        return threads;
    }

    /// <summary>
    /// Tries a step on one thread and on one per core, by turns, and sets the number that was faster; one, unless more gain at
    /// least a tenth.
    /// </summary>
    /// <param name="step">One step, without lasting effect.</param>
    /// <param name="clock">The time.</param>
    public static ThreadChoice Measure(Action step, TimeProvider clock)
    {
        int[] candidates = [.. new[] { 1, Environment.ProcessorCount }.Distinct()];
        List<double>[] seconds = [.. candidates.Select(_ => new List<double>())];
        for (int round = 0; round <= Rounds; round++)
        {
            for (int c = 0; c < candidates.Length; c++)
            {
                torch.set_num_threads(candidates[c]);
                long start = clock.GetTimestamp();
                for (int i = 0; i < StepsPerRound; i++)
                    step();
                if (round > 0) // the first round warms up
                    seconds[c].Add(clock.GetElapsedTime(start).TotalSeconds / StepsPerRound);
            }
        }

        double[] medians = [.. seconds.Select(times => times.Order().ElementAt(times.Count / 2))];
        int chosen = medians[^1] < 0.9 * medians[0] ? candidates[^1] : 1;
        torch.set_num_threads(chosen);
        return new ThreadChoice(chosen, [.. candidates.Zip(medians, (threads, time) => (threads, time * 1e6))]);
    }
}
