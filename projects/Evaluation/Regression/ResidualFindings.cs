using MlMaths.Torch.Evaluation;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>What is left over on the training rows, and whether it looks like chance; and how far intervals hold if it does not.</summary>
/// <param name="Spread">Whether the spread changes with the prediction.</param>
/// <param name="SpreadRank">The same by ranks of the residuals' sizes.</param>
/// <param name="Curvature">Whether the line bends.</param>
/// <param name="Envelope">Whether the errors look normal.</param>
/// <param name="Growth">By which share of itself the spread grows with each deviation of the prediction.</param>
/// <param name="EvenCoverage">How often t intervals hold the truth where the spread is one; null where nothing is left over.</param>
/// <param name="GrowingCoverage">And where it grows as it was measured here.</param>
/// <param name="Worlds">How many were simulated.</param>
internal sealed record ResidualFindings(
    BreuschPagan? Spread, RankCorrelation? SpreadRank, CurvatureTest? Curvature, ResidualEnvelope? Envelope,
    double Growth, CoefficientCoverage? EvenCoverage, CoefficientCoverage? GrowingCoverage, int Worlds)
{
    /// <summary>Where one spread holds: the weight that was held least often; null where nothing is left over.</summary>
    public LeastCovered? EvenLeast { get; } = EvenCoverage is null ? null : LeastCovered.Of(EvenCoverage);

    /// <summary>And where the spread changes as measured.</summary>
    public LeastCovered? GrowingLeast { get; } = GrowingCoverage is null ? null : LeastCovered.Of(GrowingCoverage);

    /// <summary>Whether the line bends beyond chance, at 5 %.</summary>
    public bool Bends => Curvature?.PValue < 0.05;

    /// <summary>What a logarithm of the target would gain; null where it has none.</summary>
    public LogarithmGain? Logarithm { get; private init; }

    public static ResidualFindings Fit(
        CoefficientFindings coefficients, RegressionOptions options, int seed, CancellationToken cancellation)
    {
        LeastSquares fit = coefficients.Fit;
        if (coefficients.LeavesNothing)
            return new ResidualFindings(null, null, null, null, 0, null, null, 0);
        double[] fitted = fit.Fitted, sizes = [.. fit.Residuals.Select(Math.Abs)];
        double growth = GrowthOf(fitted, sizes);
        int worlds = (int)Math.Clamp(2e9 / (8.0 * fit.Qr.Rows * fit.Qr.Columns), 50, options.Worlds);
        return new ResidualFindings(
            BreuschPagan.Of(fitted, fit.Residuals), RankCorrelation.Of(fitted, sizes), CurvatureTest.Of(fit),
            ResidualEnvelope.Of(fit, coefficients.Influence, seed, options.Worlds, cancellation), growth,
            CoefficientCoverage.Fit(fit, worlds, seed, cancellation: cancellation),
            CoefficientCoverage.Fit(fit, worlds, seed, growth, cancellation), worlds)
        {
            Logarithm = LogarithmGain.Of(fit.Qr, [.. fitted.Zip(fit.Residuals, (line, rest) => line + rest)]),
        };
    }

    /// <summary>The line through |r| over ŷ: its slope for one deviation of ŷ, as a share of the mean |r|.</summary>
    private static double GrowthOf(double[] fitted, double[] sizes)
    {
        RegressionErrors together = RegressionErrors.Of(sizes, fitted);
        var moments = Moments.Of(sizes);
        return together.Pearson is double r && moments.Mean > 0 ? r * moments.PopulationDeviation / moments.Mean : 0;
    }
}
