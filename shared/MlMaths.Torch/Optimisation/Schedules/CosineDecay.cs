namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Half a wave from 1 down to a floor, slow at both ends:
/// <code>f(t) = floor + (1 − floor)(1 + cos πt/T)/2</code>
/// Source: Loshchilov and Hutter, 2017, ICLR, without the restarts.
/// </summary>
/// <param name="Floor">Where it ends, as a share of η.</param>
public sealed record CosineDecay(double Floor = 0) : ILearningRateSchedule
{
    /// <summary>Where it ends, as a share of η, from 0 to 1.</summary>
    public double Floor { get; init; } = Finite.Share(Floor);

    /// <inheritdoc/>
    public double Factor(int t, int steps) => HalfWave(1, Floor, (double)t / steps);

    /// <summary>From <paramref name="a"/> at u = 0 to <paramref name="b"/> at u = 1.</summary>
    internal static double HalfWave(double a, double b, double u) => b + (a - b) * (1 + Math.Cos(Math.PI * u)) / 2;
}
