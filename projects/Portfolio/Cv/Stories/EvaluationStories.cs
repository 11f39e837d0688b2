using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Stories;

/// <summary>The evaluation pack: a fair comparison, the luck of the split, a test set used once.</summary>
internal static class EvaluationStories
{
    public static IEnumerable<CvStory> Of(RunNumbers run)
    {
        Measurement gain = run["compare.gain"], folds = run["cv.folds"], splits = run["splits.count"],
            deviation = run["splits.accuracy.sd"], auc = run["test.roc_auc"], crossed = run["cv.roc_auc"];
        yield return new(
            "a fair comparison of two models",
            $"Compared two models on the same folds; the better gains {gain}.",
            $"Compared two models on {folds:bare} shared folds by a corrected t test: a gain of {gain}, {gain:range}.",
            $"Compared two models on the same {folds:bare} folds by a t test corrected for shared training rows: a gain of "
            + $"{gain}, {gain:range}, clear of zero.");
        yield return new(
            "the luck of the split",
            $"Measured split luck: accuracy varies by {deviation} over {splits:bare} random splits.",
            $"Measured the luck of the split: over {splits:bare} random splits one model's accuracy has a standard deviation "
            + $"of {deviation}.",
            $"Measured the luck of the split before trusting a score: over {splits:bare} random splits of the same rows, the "
            + $"accuracy of one and the same model has a standard deviation of {deviation}.");
        yield return new(
            "a test set that was used once",
            $"Scored test rows once, after every choice: ROC AUC {auc}.",
            $"Scored test rows once, after every choice was made, with an interval: ROC AUC {auc}, {auc:range}.",
            $"Scored test rows once, after every choice was made on development rows: ROC AUC {auc}, {auc:range}, where "
            + $"cross-validation had promised {crossed}.");
    }
}
