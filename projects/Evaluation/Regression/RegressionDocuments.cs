using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>The metrics and the test statistics, for who reads them by a program.</summary>
internal static class RegressionDocuments
{
    public static IReadOnlyList<ResultDocument> Of(RegressionFindings findings) =>
        [new("metrics.json", Metrics(findings)), new("statistics.json", Statistics(findings))];

    private static Dictionary<string, object?> Metrics(RegressionFindings findings)
    {
        string[] metrics =
        [
            "rmse", "mae", "r2", "absolute_rmse", "absolute_mae", "absolute_r2", "baseline_rmse", "baseline_mae",
            "baseline_r2", "gain",
        ];
        return new()
        {
            ["test"] = new Dictionary<string, object>
            {
                ["least_squares"] = findings.Test.OfSquares,
                ["least_absolute"] = findings.Test.OfAbsolute,
                ["training_mean"] = findings.Test.OfBaseline,
            },
            ["cross_validation"] = metrics.ToDictionary(metric => metric, metric => findings.Folds[metric]),
            ["folds"] = findings.Folds.Scores.Folds.Select(fold => new { fold.Repeat, Fold = fold.Fold.Number, fold.Scores }).ToArray(),
        };
    }

    private static Dictionary<string, object?> Statistics(RegressionFindings findings)
    {
        CoefficientFindings coefficients = findings.Coefficients;
        ResidualFindings residuals = findings.Residuals;
        return new()
        {
            ["gain_rmse"] = findings.Test.Gain,
            ["gain_mae"] = findings.Test.MeanAbsoluteGain,
            ["least_absolute_over_least_squares_mae"] = findings.Test.AbsoluteOverSquares,
            ["least_squares_over_least_absolute_rmse"] = findings.Test.SquaresOverAbsolute,
            ["weights"] = Enumerable.Range(0, coefficients.Intervals.Count).Select(k => new
            {
                Column = k == 0 ? null : findings.Data.Rows.ColumnNames[k - 1],
                StandardError = coefficients.Fit.StandardError(k),
                PValue = coefficients.Fit.PValue(k),
                HolmPValue = k == 0 ? null : coefficients.Adjusted[k - 1],
                T = coefficients.Intervals[k],
                Bootstrap = coefficients.Bootstrapped[k],
            }).ToArray(),
            ["breusch_pagan"] = residuals.Spread,
            ["spread_rank_correlation"] = residuals.SpreadRank,
            ["curvature"] = residuals.Curvature,
            ["normal_envelope"] = residuals.Envelope is { } envelope ? new { envelope.Outside, envelope.PValue, envelope.Worlds } : null,
            ["coverage_even"] = residuals.EvenCoverage is { } even ? new { even.Share, even.ByWeight } : null,
            ["coverage_growing"] = residuals.GrowingCoverage is { } growing ? new { growing.Share, growing.ByWeight } : null,
            ["rounding"] = findings.Accuracy,
        };
    }
}
