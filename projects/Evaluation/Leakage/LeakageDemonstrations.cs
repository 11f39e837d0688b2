using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>Seven ways to see what one is judged by, each with the inflated and the honest number.</summary>
internal static class LeakageDemonstrations
{
    private const int Worlds = 24, QuickWorlds = 4;

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<Leak> Leaks { get; } =
    [
        new ScalerLeak(), new TailsLeak(), new SelectionLeak(), new CopiesLeak(0), new CopiesLeak(0.01),
        new GroupLeak(), new TimeLeak(), new DisguiseLeak(), new TargetCodingLeak(),
    ];

    /// <summary>Draws the worlds of each leak.</summary>
    /// <param name="seed">Same seed, same worlds.</param>
    /// <param name="quick">Few worlds.</param>
    /// <param name="progress">Told the share that each world was of all of them.</param>
    /// <param name="cancellation">Asked before every world.</param>
    public static IReadOnlyList<LeakDemonstration> Train(int seed, bool quick, Action<double> progress, CancellationToken cancellation)
    {
        int worlds = quick ? QuickWorlds : Worlds;
        return [.. Leaks.Select(leak => LeakDemonstration.Of(leak, [.. Enumerable.Range(0, worlds).Select(world => In(leak, world))]))];

        LeakScores In(Leak leak, int world)
        {
            cancellation.ThrowIfCancellationRequested();
            LeakScores scores = leak.In(Seeds.Of(seed, DrawnFor.Worlds, world));
            progress(1.0 / (worlds * Leaks.Count));
            return scores;
        }
    }
}
