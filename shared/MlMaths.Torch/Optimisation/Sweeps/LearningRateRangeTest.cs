using System.Globalization;
using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The learning-rate range test: one short training whose rate grows from far too small to far too large, and the loss it had
/// at each rate.
///
/// <code>
/// ηᵢ = lo·(hi/lo)^(i/(N−1))                       evenly on a logarithmic axis
/// aᵢ = βaᵢ₋₁ + (1−β)Lᵢ,  sᵢ = aᵢ/(1 − βⁱ⁺¹)         smoothed with β = 0.98, and freed of the start at 0
/// stop where sᵢ > 4 · min s                       it will not come back
/// </code>
///
/// Three rules read a rate from the curve; each looks at it against ln η, since a slope against η would only say that small rates
/// are close together. θ, the rule's memory and the streams of chance stand afterwards where they stood before.
/// Source: Smith, 2017, WACV (arXiv 1506.01186); smoothing and stop as in fastai.
/// </summary>
/// <param name="LearningRates">ηᵢ.</param>
/// <param name="Losses">Lᵢ.</param>
/// <param name="Smoothed">sᵢ, of the losses without their spikes (<see cref="SpikeFilter"/>).</param>
public sealed record LearningRateRangeTest(
    IReadOnlyList<double> LearningRates, IReadOnlyList<double> Losses, IReadOnlyList<double> Smoothed)
{
    internal const double Kept = 0.98, StopAt = 4;

    // At first s is the mean of so few losses that its slope is that of single batches.
    private const int Unsettled = 25;

    // Falls within rounding of float32, and the share of normal noise that lies below its median step √2 · 0.6745 σ.
    private const double Rounding = 1e-6, MedianStepOfNoise = 0.954;

    // Fewer losses do not show how far batches scatter.
    private const int ShowScatter = 20;

    /// <summary>
    /// Why no rate is suggested, as a clause; null where one is. A fall has to be more than rounding, and more than the
    /// scatter of single batches: the mean of fifty of them rarely falls by as much where the loss is level (1 in 100 tests of
    /// 40 steps, fewer of longer ones).
    /// </summary>
    public string? WhyNone
    {
        get
        {
            if (Smoothed.Count < 2) return "the loss was finite for fewer than two steps";
            double most = double.NegativeInfinity, fall = 0;
            foreach (double s in Smoothed.Skip(Settled))
                (most, fall) = (Math.Max(most, s), Math.Max(fall, Math.Max(most, s) - s));
            if (fall <= Rounding * Smoothed.Max(Math.Abs)) return "the loss never falls by more than rounding";
            double scatter = Losses.Count < ShowScatter ? 0 : SpikeFilter.MedianStep(Losses) / MedianStepOfNoise;
            return fall > scatter ? null
                : string.Create(CultureInfo.InvariantCulture, $"the loss falls by {NumberText.Brief(fall)}, and single batches scatter by "
                    + $"{NumberText.Brief(scatter)}");
        }
    }

    /// <summary>
    /// The rate at which the loss falls fastest, argmin Δs/Δ ln η, once s has settled; null where it does not fall.
    /// </summary>
    public double? Steepest
    {
        get
        {
            if (WhyNone is not null) return null;
            (double slope, int at) = Slopes().Select((slope, i) => (slope, i)).Skip(Settled).DefaultIfEmpty()
                .Min();
            return slope < 0 ? LearningRates[at] : null;
        }
    }

    /// <summary>
    /// A tenth of the rate that has the least loss: what is stable for some steps need not be for many; null where it
    /// does not fall.
    /// </summary>
    public double? TenthOfMinimum => WhyNone is null ? LearningRates[Minimum] / 10 : null;

    /// <summary>
    /// The middle, on the logarithmic axis, of the longest run of falling losses; null where it does not fall.
    /// </summary>
    public double? Valley
    {
        get
        {
            if (WhyNone is not null) return null;
            (int start, int end) = LongestFall();
            return end > start ? LearningRates[(start + end) / 2] : null;
        }
    }

    private int Settled => Math.Min(Unsettled, Smoothed.Count / 4);

    private int Minimum => Enumerable.Range(0, Smoothed.Count).MinBy(i => Smoothed[i]);

    /// <summary>Runs the test and puts everything back.</summary>
    /// <param name="source">The loss and its gradient.</param>
    /// <param name="rule">The update rule that will train.</param>
    /// <param name="training">The rows that will be learnt from.</param>
    /// <param name="steps">N, at least 2.</param>
    /// <param name="lowest">lo, above 0.</param>
    /// <param name="highest">hi.</param>
    /// <param name="chance">What else changes during a training and must be put back; dropout, for instance.</param>
    public static LearningRateRangeTest Run(
        IGradientSource source, IUpdateRule rule, Batches training, int steps = 100, double lowest = 1e-5, double highest = 10,
        params IReadOnlyList<IResumable> chance)
    {
        Finite.Positive(lowest);
        Finite.Positive(highest);
        IResumable[] parts = rule.Memory is { } memory ? [memory, .. chance] : [.. chance];
        var options = new TrainingOptions
        {
            Run = "range test",
            LearningRate = lowest,
            Epochs = (steps + training.BatchesPerEpoch - 1) / training.BatchesPerEpoch,
        };
        var ramp = new LearningRateRamp(steps, lowest, highest, parts);
        TrainingHistory history = new Trainer(options, rule, ramp).Fit(source, training);

        double[] losses = [.. history.Curve("loss").Values.TakeWhile(double.IsFinite).Take(steps)];
        return From([.. losses.Select((_, i) => ramp.LearningRate(i))], losses);
    }

    internal static LearningRateRangeTest From(double[] rates, double[] losses)
    {
        List<double> smoothed = [];
        var mean = new SmoothedLoss(Kept);
        double least = double.PositiveInfinity;
        foreach (double s in SpikeFilter.Of(losses).Select(mean.Add).TakeWhile(s => s <= StopAt * least))
        {
            least = Math.Min(least, s);
            smoothed.Add(s);
        }

        return new LearningRateRangeTest(rates[..smoothed.Count], losses[..smoothed.Count], smoothed);
    }

    private IEnumerable<double> Slopes() =>
        Enumerable.Range(0, Math.Max(0, Smoothed.Count - 1))
            .Select(i => (Smoothed[i + 1] - Smoothed[i]) / Math.Log(LearningRates[i + 1] / LearningRates[i]));

    private (int Start, int End) LongestFall()
    {
        (int Start, int End) longest = (0, 0);
        for (int i = 1, start = 0; i < Smoothed.Count; i++)
        {
            if (Smoothed[i] >= Smoothed[i - 1])
                start = i;
            if (i - start > longest.End - longest.Start)
                longest = (start, i);
        }

        return longest;
    }
}
