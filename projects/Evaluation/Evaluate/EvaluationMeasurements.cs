using MlMaths.Torch.Evaluation;
using MlMaths.Torch.EvaluationPack.Leakage;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>The numbers of the pack that a person may quote. Where no model is named, the first is meant.</summary>
internal static class EvaluationMeasurements
{
    public static Measurements Of(EvaluationFindings findings)
    {
        var measurements = new Measurements();
        foreach (ModelScores model in findings.Models)
            AddModel(measurements, findings, model);
        AddComparison(measurements, findings);
        AddLuck(measurements, findings);
        LeakageMeasurements.Add(measurements, findings.Leakage);
        return measurements;
    }

    /// <summary><c>test.roc_auc</c> of the first model, <c>test.roc_auc.perceptron</c> of another.</summary>
    public static string Id(EvaluationFindings findings, string what, ModelScores model) =>
        model == findings.First ? what : $"{what}.{IdOf(model.Name)}";

    private static string IdOf(string name) => name.Replace('-', '_');

    private static void AddModel(Measurements measurements, EvaluationFindings findings, ModelScores model)
    {
        string name = model == findings.First ? "" : $", {model.Name}";
        foreach (MetricWords words in MetricWords.All)
        {
            measurements.Add(
                Id(findings, $"test.{words.Id}", model), $"{words.Label} on test rows{name}", model.Intervals[words.Metric], words.Unit,
                $"{findings.Data.Split.Test.Count} test rows, scored once by {model.Name}; threshold "
                + $"{findings.Options.Threshold:0.####}");
        }

        foreach (MetricWords words in MetricWords.All)
        {
            measurements.Add(
                Id(findings, $"cv.{words.Id}", model), $"{words.Label} by cross-validation{name}", model.Mean(words), words.Unit,
                $"mean over {model.Validation.Folds.Count} folds of the development rows by {model.Name}"
                + $"{(words.Metric == BinaryMetric.CalibrationError ? ", of an estimate that few rows push up" : "")}"
                + $"{(model.LiesBelowChance(words) ? "; below chance, as cross-validation of rows without a sign often is" : "")}");
        }
    }

    private static void AddComparison(Measurements measurements, EvaluationFindings findings)
    {
        ComparedPair pair = findings.Comparison.Main;
        string unit = findings.Comparison.Metric.Unit, which = $"{pair.Second.Name} against {pair.First.Name}, "
            + $"{findings.Comparison.Metric.Label}, positive is better",
            gain = $"Gain of {pair.Second.Name} over {pair.First.Name} ({findings.Comparison.Metric.Label}";
        measurements.Add("cv.folds", "Folds", pair.Gains.Length, "", "all repeats together");
        measurements.Add("compare.gain", $"{gain} over the folds)", pair.Corrected.Difference, unit,
            $"{which}; over {pair.Gains.Length} folds");
        measurements.Add(
            "compare.p_value", "p-value, corrected", pair.Corrected.PValue, "", $"{which}; corrected resampled t",
            WhyNoP(pair));
        measurements.Add(
            "compare.p_value_naive", "p-value, as if folds were independent", pair.Naive.PValue, "",
            $"{which}; plain t, far too sure", WhyNoP(pair));
        measurements.Add(
            "compare.probability_better",
            $"Probability that {pair.Second.Name} is better by more than the region of equivalence",
            pair.Bayesian.Better, "", which, WhyNoP(pair));
        measurements.Add(
            "compare.probability_equivalent", "Probability that they are practically equal", pair.Bayesian.Equivalent,
            "", $"{which}; within ±{findings.Options.Rope:0.####}", WhyNoP(pair));
        measurements.Add(
            "compare.probability_worse",
            $"Probability that {pair.Second.Name} is worse by more than the region of equivalence", pair.Bayesian.Worse,
            "", which, WhyNoP(pair));
        measurements.Add("compare.test.gain", $"{gain} on test rows)", pair.OnTest, unit, $"{which}; paired by row");
        bool isGrouped = findings.Data.Kind == SplitKind.Grouped;
        string? whyNot = isGrouped ? "rows of one group are not separate evidence" : null;
        measurements.Add("compare.mcnemar.p_value", "McNemar's p-value, exact", isGrouped ? null : pair.McNemar.PValue, "",
            "predictions on test rows", whyNot);
        measurements.Add("compare.mcnemar.mid_p_value", "McNemar's mid-p-value", isGrouped ? null : pair.McNemar.MidPValue, "",
            "predictions on test rows", whyNot);
    }

    private static string? WhyNoP(ComparedPair pair) =>
        pair.Corrected.PValue is null ? pair.Corrected.Difference.WhyUndefined ?? "all folds differ by the "
            + "same amount" : null;

    private static void AddLuck(Measurements measurements, EvaluationFindings findings)
    {
        measurements.Add("splits.count", "Random splits", findings.SplitLuck.Splits, "", "the same rows, the same model");
        foreach (SplitLuckMetric metric in findings.SplitLuck.Metrics)
        {
            measurements.Add(
                $"splits.{metric.Metric.Id}.sd", $"{metric.Metric.Label}: standard deviation over splits",
                metric.Moments.SampleDeviation, metric.Metric.Unit,
                $"{findings.SplitLuck.Splits} random splits of the development rows, "
                + $"{findings.SplitLuck.TestRows} held out each",
                metric.Values.Length < 2 ? "fewer than two splits" : null);
        }

        measurements.Add(
            "learning.last_doubling", $"{findings.Learning.Metric.Label}: what the last doubling of the rows brought",
            findings.Learning.Curves[0].LastDoubling, findings.Learning.Metric.Unit,
            $"{findings.Learning.Curves[0].Model}, paired over {findings.Learning.Repeats} splits");
        if (findings.Tuning is { } tuning)
        {
            measurements.Add(
                "tuning.optimism", "Optimism of the log loss if the testing folds also choose", tuning.Optimism,
                "nats per row", "nested minus best of the grid, fold by fold");
        }
    }
}
