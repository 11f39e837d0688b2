using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>What one fold gave.</summary>
/// <param name="Repeat">0-based.</param>
/// <param name="Fold">Who trained and who was held out.</param>
/// <param name="Scores">By the metric's name; null where a metric is not defined on these rows.</param>
public sealed record FoldScores(int Repeat, Fold Fold, IReadOnlyDictionary<string, double?> Scores);

/// <summary>
/// A model scored on every fold. Scaling, selecting and fitting belong inside the function that is scored, which is given the
/// training rows of one fold: whatever is fitted outside of it has seen the held-out rows.
/// </summary>
/// <param name="Folds">Repeat by repeat, fold by fold.</param>
public sealed record CrossValidation(IReadOnlyList<FoldScores> Folds)
{
    /// <summary>Runs the function once per fold, in order.</summary>
    /// <param name="repeats">The folds of each repeat; of one for plain cross-validation.</param>
    /// <param name="score">Fits on the fold's training rows, scores its held-out rows.</param>
    public static CrossValidation Train(
        IReadOnlyList<IReadOnlyList<Fold>> repeats, Func<Fold, IReadOnlyDictionary<string, double?>> score) =>
        new([.. repeats.Index().SelectMany(repeat => repeat.Item.Select(fold => new FoldScores(repeat.Index, fold, score(fold))))]);

    /// <summary>Training rows of a fold, on average.</summary>
    public int TrainingRows => (int)Math.Round(Folds.Average(one => one.Fold.Training.Count));

    /// <summary>Held-out rows of a fold, on average.</summary>
    public int HeldOutRows => (int)Math.Round(Folds.Average(one => one.Fold.HeldOut.Count));

    /// <summary>
    /// The mean score with an interval for the score of a model fitted on as many rows. The spread over folds is corrected for
    /// the training rows that they share, see <see cref="CorrectedResampledT"/>; uncorrected it would be far too narrow.
    /// </summary>
    public Interval Mean(string metric, double confidence = Interval.DefaultConfidence) =>
        WhyUndefined(metric) is string reason
            ? Interval.Undefined(reason, confidence)
            : CorrectedResampledT.Of(Values(metric), TrainingRows, HeldOutRows, confidence).Difference;

    /// <summary>The score of this model less that of another, fold by fold; both must have been given the same folds.</summary>
    /// <exception cref="ArgumentException">The folds differ, or a score is not defined on one of them.</exception>
    public double[] GainOver(CrossValidation other, string metric)
    {
        bool sameFolds = Folds.Count == other.Folds.Count && Folds.Zip(other.Folds).All(pair =>
            pair.First.Fold.HeldOut.Rows.AsSpan().SequenceEqual(pair.Second.Fold.HeldOut.Rows)
            && pair.First.Fold.Training.Rows.AsSpan().SequenceEqual(pair.Second.Fold.Training.Rows));
        if (!sameFolds)
        {
            throw new ArgumentException(
                "The two models were given different folds: a paired comparison needs the same ones.", nameof(other));
        }
        if ((WhyUndefined(metric) ?? other.WhyUndefined(metric)) is string reason)
            throw new ArgumentException($"There are no differences of {metric}: {reason}.", nameof(metric));
        return [.. Values(metric).Zip(other.Values(metric), (mine, its) => mine - its)];
    }

    /// <summary>The reason that a metric has no mean, as a clause; null where it has one.</summary>
    public string? WhyUndefined(string metric)
    {
        int missing = Folds.Count(one => one.Scores[metric] is null);
        return missing == 0 ? null : $"{metric} is not defined on {missing} of {Folds.Count} folds";
    }

    private double[] Values(string metric) => [.. Folds.Select(one => one.Scores[metric]!.Value)];
}
