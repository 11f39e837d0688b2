using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>A model trained on m rows, over and over with other rows.</summary>
/// <param name="Rows">m.</param>
/// <param name="Values">The metric on held-out rows, one for each repeat that defines it.</param>
/// <param name="OnTraining">The metric on the m rows themselves, likewise.</param>
internal sealed record LearntFrom(int Rows, double[] Values, double[] OnTraining)
{
    /// <summary>Ends of the middle 80 % of the repeats; null where none defines the metric.</summary>
    public (double Low, double High)? Middle => Values.Length == 0
        ? null
        : (Quantiles.Of(Values).At(0.1), Quantiles.Of(Values).At(0.9));
}

/// <summary>One model's learning curve.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Points">Ascending in m.</param>
/// <param name="LastDoubling">The metric with all rows less that with half of them, paired by repeat, corrected for
/// shared rows; what doubling brought last.</param>
internal sealed record LearningCurve(string Model, IReadOnlyList<LearntFrom> Points, Interval LastDoubling);

/// <summary>Would more rows help? The same held-out rows, judged by models that had fewer and fewer.</summary>
/// <param name="Curves">Of the pair that is compared.</param>
/// <param name="Metric">By which.</param>
/// <param name="Repeats">Splits, each with its own held-out rows.</param>
internal sealed record LearningFindings(IReadOnlyList<LearningCurve> Curves, MetricWords Metric, int Repeats)
{
    private const int MinOfClass = 5;
    private static readonly double[] Shares = [1.0 / 32, 1.0 / 16, 0.125, 0.25, 0.5, 1];

    public static LearningFindings Train(
        EvaluationData data, IReadOnlyList<Recipe> pair, EvaluationOptions options, int seed, Action<double> advance,
        CancellationToken cancellation)
    {
        // One fold of each repeat first: they share fewest held-out rows.
        Fold[] folds = [.. Enumerable.Range(1, options.Folds)
            .SelectMany(last => data.Folds.Select(repeat => repeat[^last]))
            .Take(options.LearningRepeats)];
        Action<double> each = part => advance(part / pair.Count);
        return new(
            [.. pair.Select(recipe => CurveOf(data.Development, recipe, folds, options, seed, each, cancellation))],
            MetricWords.Of(options.Metric), folds.Length);
    }

    private static LearningCurve CurveOf(
        BinaryTarget target, Recipe recipe, Fold[] folds, EvaluationOptions options, int seed, Action<double> advance,
        CancellationToken cancellation)
    {
        double[] shares = [.. Shares.Where(share => folds.All(fold => share == 1 || HasEnough(target, fold.Training, share)))];
        List<LearntFrom> points = [];
        List<double?[]> kept = [];
        foreach (double share in shares)
        {
            var scores = new (double? HeldOut, double? Training, int Rows)[folds.Length];
            foreach ((int i, Fold fold) in folds.Index())
            {
                cancellation.ThrowIfCancellationRequested();
                scores[i] = Score(target, recipe, fold, share, options, Seeds.Of(seed, DrawnFor.Folds, i));
                advance(1.0 / shares.Length / folds.Length);
            }

            kept.Add([.. scores.Select(one => one.HeldOut)]);
            points.Add(new(
                (int)scores.Average(one => one.Rows), [.. scores.Select(one => one.HeldOut).OfType<double>()],
                [.. scores.Select(one => one.Training).OfType<double>()]));
        }

        return new(recipe.Name, points, LastDoubling(kept, folds));
    }

    private static (double? HeldOut, double? Training, int Rows) Score(
        BinaryTarget target, Recipe recipe, Fold fold, double share, EvaluationOptions options, int seed)
    {
        TrainingPart fewer = share == 1 ? fold.Training : fold.Training.Only(Drawn(target, fold.Training, share, seed));
        double[] all = recipe.Probabilities(target, fewer, [.. fold.HeldOut.Rows, .. fewer.Rows], seed);
        double? heldOut = BinaryMetrics.Of(target.Of(fold.HeldOut), all.AsSpan(0, fold.HeldOut.Count), options.Threshold)[options.Metric];
        double? training = BinaryMetrics.Of(target.Of(fewer), all.AsSpan(fold.HeldOut.Count), options.Threshold)[options.Metric];
        return (heldOut, training, fewer.Count);
    }

    // The same share of either class; larger draws hold the smaller ones of the same seed.
    private static IEnumerable<int> Drawn(BinaryTarget target, TrainingPart training, double share, int seed)
    {
        int[] shuffled = [.. training.Rows];
        Seeds.Generator(seed, DrawnFor.Sample).Shuffle(shuffled);
        return shuffled.GroupBy(row => target.IsPositive[row])
            .SelectMany(ofClass => ofClass.Take((int)Math.Round(share * ofClass.Count())));
    }

    private static bool HasEnough(BinaryTarget target, TrainingPart training, double share)
    {
        int positives = target.Of(training).Count(positive => positive);
        return share * Math.Min(positives, training.Count - positives) >= MinOfClass;
    }

    private static Interval LastDoubling(List<double?[]> kept, Fold[] folds)
    {
        if (kept.Count < 2 || kept[^1].Contains(null) || kept[^2].Contains(null))
            return Interval.Undefined("there are too few rows to use half of them");
        double[] gains = [.. kept[^1].Zip(kept[^2], (all, half) => all!.Value - half!.Value)];
        return CorrectedResampledT.Of(gains, folds[0].Training.Count, folds[0].HeldOut.Count).Difference;
    }
}
