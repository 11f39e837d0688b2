using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>What is known of each weight, and which rows decide it.</summary>
/// <param name="Fit">Least squares on the training rows, columns standardised.</param>
/// <param name="Intervals">By t, b first.</param>
/// <param name="Bootstrapped">By drawing rows, b first.</param>
/// <param name="Collinearity">How much the columns repeat each other.</param>
/// <param name="Influence">Of each training row.</param>
internal sealed record CoefficientFindings(
    LeastSquares Fit, IReadOnlyList<Interval> Intervals, IReadOnlyList<Interval> Bootstrapped,
    Collinearity Collinearity, FitInfluence Influence)
{
    public static CoefficientFindings FitAll(
        RegressionData data, RegressionOptions options, int seed, CancellationToken cancellation)
    {
        LeastSquares fit = LeastSquares.Fit(data.Training, data.TrainingTargets);
        int d = data.Training.Length, n = data.TrainingTargets.Length;
        // A draw of a long table costs as much as a fit of it.
        int resamples = (int)Math.Clamp(1e9 / ((double)n * (d + 1) * (d + 1)), 100, options.Resamples);
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor Z = TensorCopy.Of([.. data.Training.SelectMany(column => column)], [d, n]).t();
        return new CoefficientFindings(
            fit, [.. Enumerable.Range(0, d + 1).Select(k => fit.Interval(k))],
            BootstrappedCoefficients.Fit(data.Training, data.TrainingTargets, seed, resamples, cancellation: cancellation).Intervals,
            Collinearity.Of(Z, bound: 0.7), FitInfluence.Of(fit));
    }

    /// <summary>A weight whose variance the other columns inflate by more than this is not read by itself.</summary>
    public const double MostInflation = 5;

    /// <summary>
    /// Holm's p-value of each weight but b: a page that asks about all of them pays for all of them. Null where there is none.
    /// </summary>
    public IReadOnlyList<double?> Adjusted { get; } =
        HolmValues.Of([.. Enumerable.Range(1, Intervals.Count - 1).Select(Fit.PValue)]);

    /// <summary>Weights whose sign is known, all questions paid for.</summary>
    public int Known => Adjusted.Count(p => p < HolmValues.Level);

    /// <summary>Weights whose own t interval leaves out zero, as if it were the only one.</summary>
    public int KnownAlone => Intervals.Skip(1).Count(interval => interval.HasEnds && !interval.Contains(0));

    /// <summary>Whether the sign of weight k is known; b is 0.</summary>
    public bool IsKnown(int k) => Adjusted[k - 1] < HolmValues.Level;

    /// <summary>
    /// Whether weight k may be read by itself: no other column, nor all others together, say much of what its column says.
    /// </summary>
    public bool IsReadAlone(int k) => Collinearity.VarianceInflation[k - 1] <= MostInflation
        && !Collinearity.Pairs.Any(pair => pair.First == k - 1 || pair.Second == k - 1);

    /// <summary>Whether the fit passes through every training row, but for rounding: then there is nothing left over to look at.</summary>
    public bool LeavesNothing => Fit.ResidualDeviation <= 1e-12 * Moments.Of([.. Fit.Targets]).PopulationDeviation;

    /// <summary>
    /// The row (of the training rows) that moves all predictions furthest when it is left out; null where nothing is
    /// left over.
    /// </summary>
    public int? MostInfluential => LeavesNothing || Influence.CookDistances.All(distance => distance is null)
        ? null
        : Enumerable.Range(0, Influence.CookDistances.Count).MaxBy(row => Influence.CookDistances[row] ?? -1);
}
