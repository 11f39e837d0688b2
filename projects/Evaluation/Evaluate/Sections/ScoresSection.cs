using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate.Sections;

/// <summary>Every metric of every model, and what each says in plain words.</summary>
internal static class ScoresSection
{
    public static Section Of(EvaluationFindings findings, Measurements measurements)
    {
        List<Block> blocks =
        [
            new Paragraph(
                $"Two views of each metric. By **cross-validation**: what to expect of a model trained on "
                + $"{findings.First.Validation.TrainingRows:#,0} rows like these. On **test rows**: "
                + $"what this very model, trained on all {findings.Data.DevelopmentRows.Length:#,0} development rows, "
                + $"achieved on rows it had never seen. "
                + $"Rows with a probability of at least {findings.Options.Threshold:0.####} are flagged."),
        ];
        blocks.Add(new Bullets([.. findings.Models.Select(model => MarkdownText.Of($"**{model.Name}** is {model.InWords}."))]));
        MarkdownText[] headers = ["Metric", .. findings.Models.Select(model => MarkdownText.Of($"{model.Name}"))];
        blocks.Add(new Table(
            $"**Cross-validation**, mean over {findings.First.Validation.Folds.Count} folds. "
            + $"Brackets are 95 % intervals, corrected for the training rows that folds share.",
            headers,
            [.. MetricWords.All.Select(words => Row(words, findings, model => model.Mean(words)))]));
        blocks.Add(new Table(
            $"**Test rows.** Brackets are 95 % intervals by the method that suits each metric: {Methods(findings)}. "
            + $"Of the calibration error they hold the true one here, which may be 0, and over the folds the mean of an estimate that few "
            + $"rows push up.", headers,
            [.. MetricWords.All.Select(words => Row(words, findings, model => model.Intervals[words.Metric]))]));
        blocks.Add(new Table(
            $"What each metric says. Flags depend on the threshold; ranking and probabilities do not.",
            ["Metric", "Looks at", "Better", "In words"],
            [.. MetricWords.All.Select(words => (IReadOnlyList<MarkdownText>)[
                words.Label, LooksAt(words.Metric), words.MoreIsBetter ? "higher" : "lower", words.Meaning,
            ])]));
        blocks.AddRange(Remarks(findings, measurements));
        return new Section("How good are the models on rows that they have not seen?", blocks, Conclusion(findings, measurements));
    }

    private static IReadOnlyList<MarkdownText> Row(MetricWords words, EvaluationFindings findings, Func<ModelScores, Interval> interval) =>
        [words.Label, .. findings.Models.Select(model => Cells.Short(interval(model)))];

    private static MarkdownText Methods(EvaluationFindings findings) => findings.Data.Kind == SplitKind.Grouped
        ? MarkdownText.Of($"groups vary, as rows of one group are not separate evidence")
        : MarkdownText.Join("; ", MetricWords.All.GroupBy(words => findings.First.Intervals[words.Metric].Method)
            .Select(method => MarkdownText.Of($"{MarkdownText.Words(method.Key)} "
                + $"({string.Join(", ", method.Select(words => words.Label))})")));

    private static MarkdownText LooksAt(BinaryMetric metric) => metric switch
    {
        BinaryMetric.RocArea or BinaryMetric.AveragePrecision => "ranking",
        BinaryMetric.LogLoss or BinaryMetric.Brier or BinaryMetric.CalibrationError => "probabilities",
        _ => "flags",
    };

    private static IEnumerable<Block> Remarks(EvaluationFindings findings, Measurements measurements)
    {
        ConfusionMatrix test = findings.First.Metrics.Confusion;
        long larger = Math.Max(test.Positives, test.Negatives);
        Measurement accuracy = measurements["test.accuracy"], precision = measurements["test.precision"],
            recall = measurements["test.recall"];
        yield return new Paragraph(
            $"{findings.First.Name} on the test rows: "
            + $"of {test.Positives} positive rows it finds {test.TruePositives}, and {test.FalsePositives} of its "
            + $"{test.PredictedPositive} flags {(test.FalsePositives == 1 ? "turns" : "turn")} out wrong "
            + $"(precision {precision}, recall {recall}). An accuracy of "
            + $"{accuracy} has to be compared with {larger / (double)test.Rows:0.000}, {larger} of {test.Rows}, from always predicting the "
            + $"larger class.");
        string[] below =
        [
            .. findings.Models.SelectMany(model => MetricWords.All.Where(model.LiesBelowChance)
                .Select(words => $"{words.Label} of {model.Name}")),
        ];
        if (below.Length > 0)
        {
            yield return Callout.Caution(
                $"Below chance by cross-validation: {string.Join(", ", below)}. That is no discovery: what training rows have too much "
                + $"of, held-out rows of the same table have too little of, and all folds of an unlucky table agree about it. "
                + $"Read it as nothing found; the interval is taken up to chance.");
        }

        string[] apart = [.. MetricWords.All.Where(words => LeavesOut(findings.First, words)).Select(words => words.Label)];
        if (apart.Length > 0)
        {
            yield return Callout.Note(
                $"The test rows are unlike the folds: their 95 % intervals exclude the folds' mean for {apart.Length} "
                + $"of {MetricWords.All.Count} metrics of {findings.First.Name} ({string.Join(", ", apart)}). "
                + $"{(apart.Length == 1 ? "Of so many metrics one strays easily"
                    : $"All metrics use the same rows, so these are not {apart.Length} separate findings")}; "
                + $"luck with one split can cause this, and so can test rows of another kind.");
        }
    }

    private static bool LeavesOut(ModelScores model, MetricWords words) =>
        model.Mean(words).Value is double mean && model.Intervals[words.Metric] is { HasEnds: true } test && !test.Contains(mean);

    private static MarkdownText Conclusion(EvaluationFindings findings, Measurements measurements)
    {
        MetricWords words = findings.Comparison.Metric;
        ModelScores best = findings.Models.Where(model => model.Mean(words).Value is not null)
            .OrderByDescending(model => (words.MoreIsBetter ? 1 : -1) * model.Mean(words).Value).FirstOrDefault(findings.First);
        return MarkdownText.Of(
            $"By cross-validation {best.Name} comes first in {words.Label}, "
            + $"{measurements[EvaluationMeasurements.Id(findings, $"cv.{words.Id}", best)]}; "
            + $"whether that is more than luck is the next question.");
    }
}
