using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>Two models on the same rows. A gain is what the second is better by, whichever way the metric counts.</summary>
/// <param name="First">The one that is compared with.</param>
/// <param name="Second">The other.</param>
/// <param name="Compared">In the metric that was asked for, paired by row.</param>
/// <param name="Calls">McNemar's test of right and wrong calls; null without a threshold.</param>
/// <param name="Accuracy">The second's accuracy less the first's; null without a threshold.</param>
/// <param name="Rope">A gain no larger would change no decision.</param>
internal sealed record ScoredPair(
    BinaryScores First, BinaryScores Second, PairedGain Compared, McNemar? Calls, PairedGain? Accuracy, double Rope)
{
    public Interval Gain => Compared.Gain;

    public double? PValue => Compared.PValue;

    /// <summary>What the gain is counted in.</summary>
    public required string Measure { get; init; }

    public ComparisonVerdict Verdict => new(First.Column, Second.Column, Compared.Gain, Rope) { Measure = Measure };

    /// <summary>McNemar's p-value takes rows for separate evidence: null without a threshold, and where they come in groups.</summary>
    public McNemar? RowByRow => First.Groups is null ? Calls : null;

    public static ScoredPair Of(BinaryScores first, BinaryScores second, CompareOptions options)
    {
        PairedGain compared = GainOf(first, second, options);
        string measure = options.Metric.Label;
        if (first.Called is not { } one || second.Called is not { } other)
            return new(first, second, compared, null, null, options.Rope) { Measure = measure };
        var calls = McNemar.Of(one.Right(), other.Right());
        PairedGain accuracy = first.Groups is { } groups
            ? PairedGain.Of(BinaryMetric.Accuracy, one, other, options.Scores.Seed, groups)
            : new(calls.Gain(first.Labels.Length), calls.PValue);
        return new(first, second, compared, calls, accuracy, options.Rope) { Measure = measure };
    }

    private static PairedGain GainOf(BinaryScores first, BinaryScores second, CompareOptions options)
    {
        BinaryMetric metric = options.Metric.Metric;
        foreach (BinaryScores scores in (BinaryScores[])[first, second])
        {
            if (scores.Intervals[metric] is { Value: null, WhyUndefined: string missing })
                return new(Interval.Undefined(missing), null);
        }

        return PairedGain.Of(metric, Ranked(first), Ranked(second), options.Scores.Seed, first.Groups);

        // A measure that needs a threshold is not defined without one, and the others do not ask for it.
        static CalledScores Ranked(BinaryScores scores) => scores.Called ?? new(scores.Ranked, double.PositiveInfinity);
    }
}
