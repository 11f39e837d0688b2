using MlMaths.Torch.EvaluationPack.Leakage;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>What programs read: every metric of every model, and every statistic of every comparison.</summary>
internal static class EvaluationDocuments
{
    public static object Metrics(EvaluationFindings findings) => findings.Models.ToDictionary(model => model.Name, model => new
    {
        Test = MetricWords.All.ToDictionary(words => words.Id, words => model.Intervals[words.Metric]),
        CrossValidation = MetricWords.All.ToDictionary(words => words.Id, model.Mean),
        findings.Options.Threshold,
    });

    public static object Statistics(EvaluationFindings findings) => new
    {
        Metric = findings.Comparison.Metric.Id,
        findings.Options.Rope,
        Comparisons = findings.Comparison.Pairs.Select((pair, i) =>
            Of(pair, findings.Comparison.Adjusted[i], findings.Data.Kind == SplitKind.Grouped)).ToArray(),
        Splits = findings.SplitLuck.Metrics.ToDictionary(metric => metric.Metric.Id, metric => new
        {
            metric.Values,
            metric.Spread,
            metric.TypicalLength,
            IntervalsHoldingTheMean = metric.HoldingMean,
        }),
        SampleSize = findings.SampleSize.Curves.ToDictionary(curve => curve.Metric.Id,
            curve => curve.Measured.Zip(curve.Law, (at, law) => new { at.Rows, at.Deviation, Law = law }).ToArray()),
        Learning = findings.Learning.Curves.ToDictionary(curve => curve.Model, curve => new { curve.Points, curve.LastDoubling }),
        Leakage = LeakageStatistics.Of(findings.Leakage),
        Tuning = findings.Tuning is not { } tuning ? null : new
        {
            tuning.Tried,
            tuning.Nested,
            tuning.Optimism,
            Chosen = tuning.Chosen.Select(chosen => new { Penalty = chosen.Key, Times = chosen.Value }).ToArray(),
            tuning.ByValidation,
        },
    };

    private static object Of(ComparedPair pair, double? adjusted, bool isGrouped) => new
    {
        First = pair.First.Name,
        Second = pair.Second.Name,
        pair.Gains,
        CorrectedT = new
        {
            pair.Corrected.Difference,
            pair.Corrected.T,
            pair.Corrected.DegreesOfFreedom,
            pair.Corrected.PValue,
            HolmPValue = adjusted,
        },
        PlainT = new { pair.Naive.Difference, pair.Naive.PValue },
        pair.Bayesian,
        OnTest = pair.OnTest,
        OnTestPValue = pair.Judged.PValue,
        McNemar = new
        {
            pair.McNemar.OnlySecondRight,
            pair.McNemar.OnlyFirstRight,
            PValue = isGrouped ? null : (double?)pair.McNemar.PValue,
            MidPValue = isGrouped ? null : (double?)pair.McNemar.MidPValue,
            AccuracyDifference = pair.Accuracy.Gain,
        },
        Verdict = pair.Verdict.Sentence,
        Evidence = pair.Verdict.Evidence,
        SmallestShown = pair.Verdict.SmallestShown?.Change,
    };
}
