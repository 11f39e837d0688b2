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

    /// <summary>Share of the columns whose t interval leaves out zero.</summary>
    public int Known => Intervals.Skip(1).Count(interval => interval.HasEnds && !interval.Contains(0));

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
