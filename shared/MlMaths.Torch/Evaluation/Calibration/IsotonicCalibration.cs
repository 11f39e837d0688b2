namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Scores turned into probabilities by the rising steps that fit the labels best: any shape, but it needs many rows, and it ties
/// scores that lie on one step.
/// <code>
/// minimise Σᵢ (yᵢ − f(sᵢ))²  over all f that never fall
/// </code>
/// Pool adjacent violators: go through the scores from low to high; whenever a block's share of positives is not above that of
/// the block before, the two become one. The shares that are left are the minimum. Between two steps a score is interpolated.
/// Source: Ayer et al., An Empirical Distribution Function for Sampling with Incomplete Information (1955); B. Zadrozny, C. Elkan,
/// Transforming Classifier Scores into Accurate Multiclass Probability Estimates (2002).
/// </summary>
public sealed class IsotonicCalibration
{
    private readonly double[] _scores, _shares;

    private IsotonicCalibration(double[] scores, double[] shares) => (_scores, _shares) = (scores, shares);

    /// <summary>Scores at which a step begins or ends, rising.</summary>
    public IReadOnlyList<double> Scores => _scores;

    /// <summary>The probability at each of them, never falling.</summary>
    public IReadOnlyList<double> Probabilities => _shares;

    /// <summary>Fitted on rows that the scores were not trained on; equal scores stay together.</summary>
    /// <exception cref="ArgumentException">There are no rows.</exception>
    public static IsotonicCalibration Fit(ReadOnlySpan<bool> labels, ReadOnlySpan<double> scores)
    {
        Evaluation.Scores.RequireOnePerLabel(labels, scores);
        Evaluation.Scores.RequireFinite(scores);
        if (labels.IsEmpty)
            throw new ArgumentException("A calibration needs rows.", nameof(labels));
        double[] sorted = scores.ToArray();
        bool[] y = labels.ToArray();
        ScoreOrder.Ascending(sorted, y);

        var blocks = new List<Step>();
        for (int row = 0, end; row < sorted.Length; row = end)
        {
            end = row;
            int positives = 0;
            while (end < sorted.Length && sorted[end] == sorted[row]) // ties move together
                positives += y[end++] ? 1 : 0;
            var next = new Step(sorted[row], sorted[row], positives, end - row);
            while (blocks.Count > 0 && blocks[^1].Share >= next.Share)
            {
                next = new Step(blocks[^1].From, next.To, blocks[^1].Positives + next.Positives, blocks[^1].Rows + next.Rows);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(next);
        }

        Step[] ends = [.. blocks.SelectMany(block => block.From == block.To
            ? [block]
            : new[] { block with { To = block.From }, block with { From = block.To } })];
        return new IsotonicCalibration([.. ends.Select(end => end.From)], [.. ends.Select(end => end.Share)]);
    }

    /// <summary>Steps that were fitted before.</summary>
    /// <param name="scores">Rising.</param>
    /// <param name="probabilities">One for each, from 0 to 1, never falling.</param>
    /// <exception cref="ArgumentException">They are none, not as many, or do not rise.</exception>
    public static IsotonicCalibration Of(double[] scores, double[] probabilities)
    {
        if (scores.Length == 0 || scores.Length != probabilities.Length)
            throw new ArgumentException("A calibration needs a probability for each of its scores.", nameof(scores));
        for (int at = 1; at < scores.Length; at++)
        {
            if (!(scores[at] > scores[at - 1] && probabilities[at] >= probabilities[at - 1]))
                throw new ArgumentException("The steps of a calibration rise.", nameof(scores));
        }

        return new(scores, probabilities);
    }

    /// <summary>The probability of a score; beyond the scores that were seen, that of the nearest.</summary>
    public double Probability(double score)
    {
        int at = Array.BinarySearch(_scores, Finite.Checked(score));
        if (at >= 0)
            return _shares[at];
        int above = ~at;
        if (above == 0)
            return _shares[0];
        if (above == _scores.Length)
            return _shares[^1];
        // halved: a distance may be beyond 1.8e308
        double share = (score / 2 - _scores[above - 1] / 2) / (_scores[above] / 2 - _scores[above - 1] / 2);
        return _shares[above - 1] + share * (_shares[above] - _shares[above - 1]);
    }

    private readonly record struct Step(double From, double To, int Positives, int Rows)
    {
        public double Share => (double)Positives / Rows;
    }
}
