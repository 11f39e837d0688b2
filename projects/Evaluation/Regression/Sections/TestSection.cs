using MlMaths.Torch.Data;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Regression.Sections;

/// <summary>How well rows are predicted that took no part.</summary>
internal static class TestSection
{
    // Of 100 samples, by `tables intervals` of the benchmarks, for laws with tails that heavy.
    private const int HeldAtLeast = 80, HeldAtMost = 92;

    public static Section Of(RegressionFindings findings, Measurements measurements)
    {
        RegressionData data = findings.Data;
        TestFindings test = findings.Test;
        return new Section(
            "How well does the line predict rows that it has not seen?",
            [
                new Paragraph(Source(data)),
                .. LeftOut(data),
                new Formula(Tex.Of("""
                    \begin{aligned}
                    \mathrm{MAE} &= \frac{1}{n} \sum_i |y_i - \hat y_i| && \text{an error, in the target's unit} \\
                    \mathrm{RMSE} &= \sqrt{\frac{1}{n} \sum_i (y_i - \hat y_i)^2} && \text{large errors count more} \\
                    R^2 &= 1 - \frac{\sum_i (y_i - \hat y_i)^2}{\sum_i (y_i - \bar y)^2}
                        && \text{$\bar y$ the mean of these rows}
                    \end{aligned}
                    """)),
                new Table(
                    $"The {data.TestTargets.Length} test rows, {findings.Options.Test:P0} of all, scored once by fits on "
                    + $"{data.TrainingTargets.Length} training rows; 95 % intervals for such rows in general "
                    + $"({test.OfSquares.RootMeanSquared.Method}). The training mean predicts the same for every row.",
                    ["Fit", "RMSE", "MAE", "R²"],
                    [
                        Row("least squares", "regression", measurements),
                        Row("least absolute deviations", "regression.absolute", measurements),
                        Row("training mean", "regression.baseline", measurements),
                    ]),
                .. HeavyTails(test),
                new FigureBlock(
                    PredictedObservedFigure.Draw(test.Squares, data.TestTargets, test.Baseline, data.TargetName),
                    $"Each dot is a test row; above the diagonal it was predicted too low, below it too high.").Told(),
                new Paragraph(Narrow(test)),
                Negative(test),
                CrossValidated(findings, measurements),
            ],
            test.IsExact
                ? MarkdownText.Of($"Every row is predicted up to rounding: the target is a weighted sum of the columns.")
                : Conclusion(measurements["regression.gain"], measurements["regression.cv.gain"]));
    }

    private static MarkdownText Source(RegressionData data)
    {
        Provenance source = data.Rows.Provenance;
        MarkdownText named = source.Doi is { } doi
            ? MarkdownText.Of($"{source.Source} (doi {doi}, {source.Licence})")
            : MarkdownText.Of($"{source.Source}");
        return MarkdownText.Of(
            $"The {data.Rows.Rows:#,0} rows come from "
            + $"{named}.{(DiabetesColumns.Are(data.Rows) ? DiabetesColumns.Meaning : MarkdownText.Empty)}");
    }

    private static IEnumerable<Block> LeftOut(RegressionData data)
    {
        if (data.Constant.Count > 0)
        {
            yield return Callout.Note(
                $"Left out, as {(data.Constant.Count == 1 ? "it holds" : "they hold")} one value in all training rows: "
                + $"{Names(data.Constant)}.");
        }
        if (data.Dependent.Count > 0)
        {
            yield return Callout.Caution(
                $"**{(data.Dependent.Count == 1 ? "A column repeats" : "Columns repeat")} what others already say**: "
                + $"{MarkdownText.Join("; ", data.Dependent.Select(column => column.Sentence))}. "
                + $"No data could separate their weights, so the later one of each was left out; "
                + $"no prediction changes. A ridge penalty would have split the weight among them instead, "
                + $"which predicts the same but looks more informative than it is.");
        }
    }

    private static IEnumerable<Block> HeavyTails(TestFindings test)
    {
        if (!test.OfSquares.TailsForbid) yield break;
        yield return Callout.Caution(
            $"**A few errors are far larger than the rest** (kurtosis {test.OfSquares.Kurtosis:0.0}; a normal law has 3). RMSE and R² "
            + $"hang on those few rows, and their 95 % intervals promise too much: in simulations with such tails they held the truth "
            + $"in {HeldAtLeast} to {HeldAtMost} of 100 samples. MAE suffers less.");
    }

    private static MarkdownText Names(IReadOnlyList<string> names) =>
        MarkdownText.Join(", ", names.Select(name => MarkdownText.Of($"“{name}”")));

    private static IReadOnlyList<MarkdownText> Row(string name, string id, Measurements measurements) =>
        [name, Cell(measurements[$"{id}.rmse"]), Cell(measurements[$"{id}.mae"]), Cell(measurements[$"{id}.r2"])];

    private static MarkdownText Cell(Measurement one) => one.RangeText.Length == 0
        ? MarkdownText.Of($"{one.ValueText}")
        : MarkdownText.Of($"{one.ValueText} ({one.RangeText})");

    private static MarkdownText Narrow(TestFindings test)
    {
        (double predicted, double observed) = (test.PredictedDeviation, test.ObservedDeviation);
        return observed > 0
            ? MarkdownText.Of(
                $"The predictions have {predicted / observed:P0} of the deviation of the observations"
                + $"{(predicted < observed
                    ? ": what the columns cannot explain stays near the mean, "
                        + "so high values are predicted too low and low ones too high"
                    : "")}"
                + $".")
            : MarkdownText.Of($"All test rows have the same target.");
    }

    private static Paragraph Negative(TestFindings test)
    {
        Interval r2 = test.OfBaseline.RSquared;
        return new Paragraph(r2.Value is double value
            ? MarkdownText.Of(
                $"R² can be negative: it compares with the mean of the test rows themselves, which no model could "
                + $"know. The training mean differs a little from it and gets an R² of {value:0.0000}: never above 0, which is where "
                + $"its interval is cut, and below it unless both means are equal. A fit worse than a flat line scores lower still.")
            : MarkdownText.Of($"R² is not defined here: {r2.WhyUndefined}."));
    }

    private static Table CrossValidated(RegressionFindings findings, Measurements measurements)
    {
        FoldFindings folds = findings.Folds;
        return new Table(
            $"Every row held out {findings.Options.Repeats} {(findings.Options.Repeats == 1 ? "time" : "times")}: "
            + $"{findings.Options.Folds}-fold cross-validation, scaling and weights fitted again in each fold. "
            + $"Mean over {folds.Scores.Folds.Count} folds, "
            + $"with intervals corrected for the training rows that folds share (corrected resampled t). "
            + $"{Gain(measurements["regression.cv.gain"])}",
            ["Fit", "RMSE", "MAE", "R²"],
            [
                ["least squares", Cell(folds["rmse"]), Cell(folds["mae"]), Cell(folds["r2"])],
                ["least absolute deviations", Cell(folds["absolute_rmse"]), Cell(folds["absolute_mae"]), Cell(folds["absolute_r2"])],
                ["training mean", Cell(folds["baseline_rmse"]), Cell(folds["baseline_mae"]), Cell(folds["baseline_r2"])],
            ]);
    }

    private static MarkdownText Gain(Measurement gain) => gain is { Low: > 0 }
        ? MarkdownText.Of($"The least-squares fit gains {gain} in RMSE over the mean of its training rows.")
        : MarkdownText.Of($"That least squares gains in RMSE over the mean of its training rows is not shown: {gain}.");

    private static MarkdownText Cell(Interval mean) =>
        Cell(new Measurement("cell", "", mean.Value, mean.Low, mean.High, mean.Confidence, "", "", mean.WhyUndefined));

    private static MarkdownText Conclusion(Measurement test, Measurement folds) => (test, folds) switch
    {
        ({ Low: > 0 }, { Low: > 0 }) => MarkdownText.Of(
            $"Better than the mean: the RMSE is smaller by {test} on the test rows, and by {folds} over folds."),
        ({ Low: > 0 }, _) => MarkdownText.Of(
            $"On the test rows the line beats the mean, by {test}; "
            + $"over folds it is {folds}, {NotEnough.ToSay(folds, "whether it does on other rows", "gain")}."),
        (_, { Low: > 0 }) => MarkdownText.Of(
            $"On these test rows the gain over the mean is {test}, {NotEnough.ToSay(test, "whether the columns help", "gain")}; "
            + $"over folds, which use every row, it is {folds}."),
        ({ High: < 0 }, _) => MarkdownText.Of(
            $"Worse than the mean on the test rows, by a gain of {test}: used like this, these columns do harm."),
        _ => MarkdownText.Of(
            $"The gain over the mean is {test} on the test rows and {folds} over folds: "
            + $"{NotEnough.ToSay(test, "whether the columns help", "gain")}."),
    };
}
