namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The shape of every sweep: each setting with each seed, side by side. A seed decides the same initial weights and the same
/// order of rows at every setting, so that settings are compared in pairs.
/// </summary>
internal static class SeededTrials
{
    /// <summary>Setting by setting, and within a setting seed by seed.</summary>
    public static TTrial[] Run<TSetting, TTrial>(
        IReadOnlyList<TSetting> settings, IReadOnlyList<int> seeds, Func<TSetting, int, TTrial> trial, int? sideBySide,
        CancellationToken cancellation)
    {
        (TSetting Setting, int Seed)[] plan = [.. from setting in settings from seed in seeds select (setting, seed)];
        var trials = new TTrial[plan.Length];
        ParallelTrials.Run(plan.Length, sideBySide, i => trials[i] = trial(plan[i].Setting, plan[i].Seed), cancellation);
        return trials;
    }
}
