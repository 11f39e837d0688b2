using MlMaths.Torch.Data;
using MlMaths.Torch.EvaluationPack.Evaluate.Sections;
using MlMaths.Torch.EvaluationPack.Leakage;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>What the page says, and what goes into the other files.</summary>
internal static class EvaluationReport
{
    public static ProjectResult Of(EvaluationFindings findings)
    {
        Measurements measurements = EvaluationMeasurements.Of(findings);
        IReadOnlyList<Section> leakage = LeakageSection.Of(findings.Leakage, measurements);
        List<Section> sections =
        [
            SplitsSection.Of(findings),
            leakage[0],
            ScoresSection.Of(findings, measurements),
            ComparisonSection.Of(findings),
            SplitLuckSection.Of(findings, measurements),
            SizeSection.Of(findings),
            LearningSection.Of(findings, measurements),
            leakage[1],
        ];
        if (findings.Tuning is { } tuning)
            sections.Insert(4, TuningSection.Of(tuning, measurements));
        return new ProjectResult(new Report("The evaluation pack", Lead(findings, measurements), sections), measurements, Cv(measurements))
        {
            Headline = ["compare.gain", $"test.{findings.Comparison.Metric.Id}", $"cv.{findings.Comparison.Metric.Id}"],
            Spoken = [.. LeakageLines.Of(findings.Leakage), findings.Comparison.Main.Verdict.Sentence],
            Predictions = PredictionsOf(findings),
            Tables = [FoldTable(findings)],
            Documents =
            [
                new("metrics.json", EvaluationDocuments.Metrics(findings)),
                new("statistics.json", EvaluationDocuments.Statistics(findings)),
            ],
        };
    }

    private static MarkdownText Lead(EvaluationFindings findings, Measurements measurements)
    {
        BinaryTarget target = findings.Data.Target;
        return MarkdownText.Of(
            $"{OneClass(findings)}{findings.Models.Count} models distinguish **{target.PositiveWords}** from {target.NegativeWords} in the "
            + $"{target.Dataset.Rows:#,0} rows of *{target.Dataset.Name}*. "
            + $"{findings.Comparison.Main.Verdict.Sentence}{ComparisonSection.CoarseMargin(findings.Comparison.Main)} On test rows used "
            + $"once, {findings.First.Name} has a "
            + $"{findings.Comparison.Metric.Label} of {measurements[$"test.{findings.Comparison.Metric.Id}"]}.");
    }

    /// <summary>A model that flags no row, or every one, at a threshold of ½ is said before anything else.</summary>
    private static MarkdownText OneClass(EvaluationFindings findings)
    {
        string[] none = [.. findings.Models.Where(model => model.OnTest.All(p => p < 0.5)).Select(model => model.Name)],
            all = [.. findings.Models.Where(model => model.OnTest.All(p => p >= 0.5)).Select(model => model.Name)];
        MarkdownText Said(string[] models, string what) => models.Length == 0
            ? MarkdownText.Empty
            : MarkdownText.Of($"**At a threshold of ½, {string.Join(" and ", models)} "
                + $"{(models.Length == 1 ? "flags" : "flag")} {what} of the test rows.** ");
        return MarkdownText.Of($"{Said(none, "none")}{Said(all, "all")}");
    }

    private static CvLines Cv(Measurements measurements)
    {
        var cv = new CvLines();
        cv.Add(
            $"Compared two models on the same {measurements["cv.folds"]:value} folds with a t test corrected for "
            + $"shared training rows: a gain of {measurements["compare.gain"]}.");
        cv.Add(
            $"Measured the luck of the split: over {measurements["splits.count"]:value} random splits the accuracy of "
            + $"one and the same model moved with a standard deviation of {measurements["splits.accuracy.sd"]:value}.");
        cv.Add(
            $"Scored test rows once, after every choice was made, and printed an interval with each metric; "
            + $"ROC AUC {measurements["test.roc_auc"]}.");
        return cv;
    }

    private static Predictions PredictionsOf(EvaluationFindings findings)
    {
        EvaluationData data = findings.Data;
        IReadOnlyList<string> labels = data.Target.Dataset.Labels;
        IEnumerable<Prediction> folded = from place in Enumerable.Range(0, data.DevelopmentRows.Length)
                                         where findings.Models.All(model => model.OutOfFold[place] is not null)
                                         let row = data.DevelopmentRows[place]
                                         select new Prediction(
                                             row, "validation", findings.First.OutOfFold[place]!.Value.Fold, labels[row],
                                             [.. findings.Models.Select(model => model.OutOfFold[place]!.Value.Probability)]);
        IEnumerable<Prediction> judged = data.Split.Test.Rows.Index().Select(place => new Prediction(
            place.Item, "test", null, labels[place.Item], [.. findings.Models.Select(model => model.OnTest[place.Index])]));
        return new Predictions([.. findings.Models.Select(model => model.Name)], [.. folded, .. judged]);
    }

    private static ResultTable FoldTable(EvaluationFindings findings) => new(
        "cross-validation.csv", ["model", "repeat", "fold", "training_rows", "held_out_rows", .. MetricWords.All.Select(words => words.Id)],
        from model in findings.Models
        from fold in model.Validation.Folds
        select (IReadOnlyList<object?>)
        [
            model.Name, fold.Repeat + 1, fold.Fold.Number + 1, fold.Fold.Training.Count, fold.Fold.HeldOut.Count,
            .. MetricWords.All.Select(words => (object?)fold.Scores[words.Id]),
        ]);
}
