using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>
/// One model: fitted and scored on every fold of the development rows, then once more fitted on all of them and judged
/// on test rows.
/// </summary>
/// <param name="Recipe">How it is fitted.</param>
/// <param name="Validation">Every metric, by its id, on every fold.</param>
/// <param name="OutOfFold">Of the first repeat: for each development row the probability by a model that did not train
/// on it, and the fold; null where time leaves a row in no fold.</param>
/// <param name="OnTest">Probabilities of the test rows.</param>
/// <param name="Metrics">On test rows, at the threshold that was given.</param>
/// <param name="Intervals">The same with 95 % intervals.</param>
internal sealed record ModelScores(
    Recipe Recipe, CrossValidation Validation, IReadOnlyList<(int Fold, double Probability)?> OutOfFold,
    double[] OnTest, BinaryMetrics Metrics, IReadOnlyDictionary<BinaryMetric, Interval> Intervals)
{
    public string Name => Recipe.Name;

    /// <summary>What the model is that was judged on the test rows, as half a sentence.</summary>
    public MarkdownText InWords { get; private init; } = MarkdownText.Empty;

    /// <summary>Mean over the folds, its interval cut where no value of the metric lies, and taken up to chance.</summary>
    public Interval Mean(MetricWords words) => ChanceLevel.Reached(words.Metric, Spread(words));

    /// <summary>Whether the folds alone would have put the interval below chance.</summary>
    public bool LiesBelowChance(MetricWords words) => ChanceLevel.IsAbove(words.Metric, Spread(words));

    private Interval Spread(MetricWords words) => Validation.Mean(words.Id).Within(words.Least, words.Most);

    public static ModelScores Fit(
        EvaluationData data, Recipe recipe, EvaluationOptions options, int seed, Action<double> advance,
        CancellationToken cancellation)
    {
        var outOfFold = new (int Fold, double Probability)?[data.Development.Dataset.Rows];
        int fits = data.Folds.Sum(repeat => repeat.Count) + 1;
        var validation = CrossValidation.Train(data.Folds, fold =>
        {
            cancellation.ThrowIfCancellationRequested();
            double[] probabilities = recipe.Probabilities(data.Development, fold.Training, fold.HeldOut.Rows, seed);
            if (data.Folds[0].Contains(fold))
            {
                foreach ((int place, int row) in fold.HeldOut.Rows.Index())
                    outOfFold[row] = (fold.Number, probabilities[place]);
            }

            advance(1.0 / fits);
            return Scores(data.Development.Of(fold.HeldOut), probabilities, options.Threshold);
        });
        double[] onTest = recipe.Probabilities(data.Target, data.Split.ValidationTrains().Training, data.Split.Test.Rows, seed);
        advance(1.0 / fits);
        bool[] labels = data.Target.Of(data.Split.Test);
        var intervals = data.TestGroups is { } groups
            ? MetricIntervals.OfGroups(RankedScores.Of(labels, onTest), options.Threshold, groups)
            : MetricIntervals.Of(labels, onTest, options.Threshold, seed);
        return new(
            recipe, validation, outOfFold, onTest, BinaryMetrics.Of(labels, onTest, options.Threshold),
            MetricWords.All.ToDictionary(words => words.Metric, words => intervals[words.Metric]))
        {
            InWords = recipe.InWords(data.Target, data.Split.ValidationTrains().Training),
        };
    }

    private static Dictionary<string, double?> Scores(bool[] labels, double[] probabilities, double threshold)
    {
        var metrics = BinaryMetrics.Of(labels, probabilities, threshold);
        return MetricWords.All.ToDictionary(words => words.Id, words => metrics[words.Metric]);
    }
}
