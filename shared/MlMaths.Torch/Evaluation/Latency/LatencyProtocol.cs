namespace MlMaths.Torch.Evaluation;

/// <summary>
/// How service times are measured: one call after the other, each begun when the one before it is answered. What nobody
/// measures here is waiting: under a stream of requests that does not wait for answers, response times are longer.
/// </summary>
public sealed record LatencyProtocol
{
    // What was compiled stays compiled.
    private const double Shorter = 6;

    /// <summary>Calls that are measured. Default 2,000: p99 then lies between the 1,971st and the 1,989th.</summary>
    public int Calls { get; init; } = 2_000;

    /// <summary>Rounds that the calls are divided into, at different times; see <see cref="Round"/>. Default 5.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Calls of one block of the warm-up. Default 100.</summary>
    public int BlockCalls { get; init; } = 100;

    /// <summary>Blocks in a row whose medians must agree. Default 5.</summary>
    public int SteadyBlocks { get; init; } = 5;

    /// <summary>How far the largest of those medians may lie above the smallest, as a share of it. Default 0.05.</summary>
    public double Tolerance { get; init; } = 0.05;

    /// <summary>
    /// The warm-up lasts at least so long: .NET replaces what it compiled in haste a tenth of a second after the last
    /// new method. Default 0.3 s.
    /// </summary>
    public TimeSpan MinWarmUp { get; init; } = TimeSpan.FromSeconds(0.3);

    /// <summary>The warm-up lasts at most so long; what is not steady by then is measured, and said. Default 2 s.</summary>
    public TimeSpan MaxWarmUp { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How one of the rounds is measured: its share of the calls, after a shorter warm-up where it is not the first.</summary>
    /// <param name="round">From 0.</param>
    public LatencyProtocol Round(int round) => this with
    {
        Calls = (Calls + Rounds - 1) / Rounds,
        MinWarmUp = round == 0 ? MinWarmUp : MinWarmUp / Shorter,
        MaxWarmUp = round == 0 ? MaxWarmUp : MaxWarmUp / Shorter,
    };

    /// <summary>Measures one way to serve, in one go.</summary>
    /// <param name="subject">What is served, how, how large.</param>
    /// <param name="serve">Answers one call.</param>
    /// <param name="clock">The time.</param>
    /// <param name="synchronise">Waits until the device has done its work, see <see cref="SynchronisationOf"/>; null
    /// where a call that returns is done.</param>
    /// <param name="collections">Garbage collections so far; null asks the runtime.</param>
    public LatencySample Measure(
        LatencySubject subject, Action serve, TimeProvider clock, Action? synchronise = null, Func<int>? collections = null)
    {
        Action call = synchronise is null ? serve : () => { serve(); synchronise(); };
        synchronise?.Invoke();
        var watch = new LatencyWatch(call, clock, collections ?? (() => GC.CollectionCount(0)));
        LatencyWarmUp warmUp = WarmUp(watch, clock);

        double[] microseconds = new double[Calls];
        int[] collected = new int[Calls];
        for (int i = 0; i < Calls; i++)
            (microseconds[i], collected[i]) = watch.Time();
        return new LatencySample(subject, warmUp, microseconds, collected);
    }

    /// <summary>What waits for a device: null for the CPU, where a call that returns is done.</summary>
    public static Action? SynchronisationOf(torch.Device device) =>
        device.type == DeviceType.CUDA ? () => torch.cuda.synchronize(device) : null;

    private LatencyWarmUp WarmUp(LatencyWatch watch, TimeProvider clock)
    {
        long start = clock.GetTimestamp();
        var medians = new Queue<double>();
        double[] block = new double[BlockCalls];
        for (int calls = BlockCalls; ; calls += BlockCalls)
        {
            for (int i = 0; i < BlockCalls; i++)
                (block[i], _) = watch.Time();
            Array.Sort(block);
            medians.Enqueue(block[BlockCalls / 2]);
            if (medians.Count > SteadyBlocks) medians.Dequeue();

            TimeSpan lasted = clock.GetElapsedTime(start);
            bool steady = medians.Count == SteadyBlocks && medians.Max() <= (1 + Tolerance) * medians.Min();
            if ((steady && lasted >= MinWarmUp) || lasted >= MaxWarmUp)
                return new LatencyWarmUp(calls, lasted, steady, SteadyBlocks, BlockCalls, Tolerance);
        }
    }
}
