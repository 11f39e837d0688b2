using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// Whether a twin is better by enough to matter, row by row of the same validation rows.
///
/// <code>
/// dᵢ       = ℓᵢ(run) − ℓᵢ(twin) − (chance − ℓᵢ(twin)) / 10
/// harmful    the 95 % interval of the mean of d lies above 0
/// </code>
///
/// Losses that are not finite count as chance: a net that answers nothing knows nothing.
/// </summary>
/// <param name="Loss">Mean of the run.</param>
/// <param name="Twin">Mean of the twin.</param>
/// <param name="Chance">Of a constant answer.</param>
/// <param name="IsHarmful">By the interval.</param>
/// <param name="IsHarmfulOnAverage">By the mean alone.</param>
public sealed record FaultEffect(double Loss, double Twin, double Chance, bool IsHarmful, bool IsHarmfulOnAverage)
{
    internal const double Enough = 0.9;

    private const double Margin = 0.1;

    /// <summary>Compares two trainings.</summary>
    /// <param name="run">Losses of the run, row by row.</param>
    /// <param name="twin">Losses of the twin.</param>
    /// <param name="chance">Of a constant answer.</param>
    /// <param name="seed">Of the interval.</param>
    public static FaultEffect Of(IReadOnlyList<double> run, IReadOnlyList<double> twin, double chance, int seed)
    {
        double[] runs = Counted(run, chance), twins = Counted(twin, chance);
        double margin = twins.Average() < chance ? Margin : 0;
        double[] beyond = [.. runs.Zip(twins, (one, other) => one - other - margin * (chance - other))];
        var mean = MeanInterval.Of(beyond, seed);
        return new(runs.Average(), twins.Average(), chance, (mean.Low ?? beyond.Average()) > 0, beyond.Average() > 0);
    }

    /// <summary>Share of what the run lost that a changed training wins back; no loss counts as more than chance.</summary>
    public double WonBack(double changed) =>
        (Math.Min(Loss, Chance) - Math.Min(changed, Chance)) / (Math.Min(Loss, Chance) - Math.Min(Twin, Chance));

    /// <summary>Whether that is at least nine tenths.</summary>
    public bool WinsBack(double changed) => WonBack(changed) >= Enough;

    private static double[] Counted(IReadOnlyList<double> losses, double chance) =>
        losses.All(double.IsFinite) ? [.. losses] : [.. losses.Select(_ => chance)];
}
