namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Up to η and down to almost nothing, in one training. With r = rise·T − 1, the update at the top:
///
/// <code>
/// wave(a, b, u) = b + (a − b)(1 + cos πu)/2
/// f(t) = wave(1/div, 1, t/r)                            t ≤ r
/// f(t) = wave(1, 1/(div·final), (t − r)/(T − 1 − r))    t > r
/// </code>
///
/// High rates in the middle step over narrow valleys; the low end settles in a wide one.
/// Source: Smith and Topin, 2018, arXiv 1708.07120; the numbers are PyTorch's defaults.
/// </summary>
/// <param name="Rise">Share of the updates that go up.</param>
/// <param name="Div">η over the first rate.</param>
/// <param name="Final">The first rate over the last.</param>
public sealed record OneCycle(double Rise = 0.3, double Div = 25, double Final = 1e4) : ILearningRateSchedule
{
    /// <summary>Share of the updates that go up, from 0 to 1.</summary>
    public double Rise { get; init; } = Finite.Share(Rise);

    /// <summary>η over the first rate, above 0.</summary>
    public double Div { get; init; } = Finite.Positive(Div);

    /// <summary>The first rate over the last, above 0.</summary>
    public double Final { get; init; } = Finite.Positive(Final);

    /// <inheritdoc/>
    public double Factor(int t, int steps) => Wave(t, steps, 1 / Div, 1, 1 / (Div * Final));

    /// <summary>
    /// Momentum goes the other way: from <paramref name="high"/> to <paramref name="low"/> where the rate is highest,
    /// and back.
    /// </summary>
    public double Momentum(int t, int steps, double high = 0.95, double low = 0.85) =>
        Wave(t, steps, Finite.Checked(high), Finite.Checked(low), high);

    private double Wave(int t, int steps, double start, double top, double end)
    {
        double r = Rise * steps - 1;
        if (t == r) return top; // also where the cycle has no way up, r = 0
        return t < r ? CosineDecay.HalfWave(start, top, t / r)
            : CosineDecay.HalfWave(top, end, (t - r) / (steps - 1 - r));
    }
}
