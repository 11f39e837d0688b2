using MlMaths.Torch.EvaluationPack.Regression.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>What the page says, and what goes into the other files.</summary>
internal static class RegressionReport
{
    public const string Title = "Linear regression: three methods, two losses, and what to believe";

    public static ProjectResult Of(RegressionFindings findings)
    {
        Measurements measurements = RegressionMeasurements.Of(findings);
        var report = new Report(
            Title, Lead(findings, measurements),
            [
                TestSection.Of(findings, measurements),
                SolutionsSection.Of(findings),
                RoundingSection.Of(findings, measurements),
                LossesSection.Of(findings, measurements),
                WeightsSection.Of(findings),
                ResidualsSection.Of(findings),
                CoverageSection.Of(findings, measurements),
            ]);
        return new ProjectResult(report, measurements, Cv(findings, measurements))
        {
            Headline = ["regression.rmse", "regression.r2", "regression.gain"],
            Model = Model(findings),
            Predictions = Scored(findings),
            Documents = RegressionDocuments.Of(findings),
            History = [.. findings.Solutions.Descent.Rows.Where(
                row => row.Quantity is "loss" or "gradient_norm" && (row.Step <= 100 || row.Step % 20 == 0))],
        };
    }

    private static MarkdownText Lead(RegressionFindings findings, Measurements measurements)
    {
        Measurement gain = measurements["regression.gain"];
        MarkdownText verdict = gain switch
        {
            _ when findings.Test.IsExact => MarkdownText.Of(
                $"**The columns hold the target**: it is a weighted sum of them, up to rounding, on every row. Nothing was learnt that "
                + $"would hold before the target is known; leave out what is only known with it (`--leave-out COLUMN`)."),
            { Low: > 0 } => MarkdownText.Of(
                $"**The columns help**: the line's error is {gain} smaller than that of the mean of the "
                + $"training rows."),
            { High: < 0 } => MarkdownText.Of(
                $"**The columns mislead**: "
                + $"the line's error is larger than that of the mean of the training rows, a gain of {gain}."),
            _ => MarkdownText.Of(
                $"Against the mean of the training rows the gain is {gain}: "
                + $"**{NotEnough.ToSay(gain, "whether the columns help", "gain")}**."),
        };
        return $"On {findings.Data.TestTargets.Length} held-out rows of *{findings.Data.Rows.Name}*, "
            + $"“{findings.Data.TargetName}” is predicted with "
            + $"a root mean squared error of {measurements["regression.rmse"]}. {verdict} {Believed(findings)}";
    }

    private static MarkdownText Believed(RegressionFindings findings)
    {
        (int known, int all) = (findings.Coefficients.Known, findings.Data.Training.Length);
        return all == 1
            ? MarkdownText.Of($"The sign of its one weight is {(known == 1 ? "known" : "not known")}.")
            : MarkdownText.Of($"Of {all} weights, the sign of {known} is known, corrected for asking about all of them.");
    }

    private static CvLines Cv(RegressionFindings findings, Measurements measurements)
    {
        var cv = new CvLines { Leak = findings.Test.IsExact ? "the target is a sum of columns" : null };
        cv.Add(
            $"Implemented linear regression in C# by normal equations, Householder QR and gradient descent, "
            + $"which agree to a relative difference of {measurements["regression.ways_difference"]:value}; "
            + $"the condition number of the columns is {measurements["regression.condition"]:value}.");
        cv.Add(
            $"Predicted a number on held-out rows with an RMSE of {measurements["regression.rmse"]} and an R² of "
            + $"{measurements["regression.r2"]}; "
            + $"the gain over the mean of the training rows is {measurements["regression.gain"]}, paired by row.",
            measurements["regression.r2"], CvRules.NotAbove(measurements["regression.r2"], 0));
        cv.Add(
            $"Fitted least absolute deviations with a proof of the minimum (largest multiplier "
            + $"{measurements["regression.absolute.largest_pull"]:value}), and measured what outliers in the target do: "
            + $"a test error of {measurements["regression.wild.absolute.mae"]:value} against "
            + $"{measurements["regression.wild.mae"]:value} by least squares.");
        cv.Add(
            $"Tested the assumptions behind the intervals of a regression, and simulated on its own rows how often they contain the "
            + $"truth, on average over the weights: {measurements["regression.coverage.even"]:value} with constant spread, "
            + $"{measurements["regression.coverage.growing"]:value} with the spread that was measured.");
        return cv;
    }

    private static Dictionary<string, object?> Model(RegressionFindings findings)
    {
        RegressionData data = findings.Data;
        return new Dictionary<string, object?>
        {
            ["means"] = data.Scaler.Means,
            ["deviations"] = data.Scaler.Deviations,
            ["columns"] = data.Rows.ColumnNames,
            ["least_squares"] = findings.Losses.LeastSquares,
            ["least_absolute"] = findings.Losses.LeastAbsolute.Weights,
            ["left_out"] = data.Constant.Concat(data.Dependent.Select(column => column.Name)).ToArray(),
        };
    }

    private static Predictions Scored(RegressionFindings findings)
    {
        RegressionData data = findings.Data;
        double[] squares = LinearAlgebra.LeastSquares.Predict(findings.Losses.LeastSquares, data.Training);
        double[] absolute = LinearAlgebra.LeastSquares.Predict(findings.Losses.LeastAbsolute.Weights, data.Training);
        return new Predictions(
            ["least_squares", "least_absolute"],
            [
                .. data.Split.Training.Rows.Select(
                    (row, i) => new Prediction(row, "training", null, data.Rows.Labels[row], squares[i], absolute[i])),
                .. data.Split.Test.Rows.Select((row, i) => new Prediction(
                    row, "test", null, data.Rows.Labels[row], findings.Test.Squares[i], findings.Test.Absolute[i])),
            ]);
    }
}
