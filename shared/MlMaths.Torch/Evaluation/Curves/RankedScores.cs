namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Labels and scores of some rows, sorted once: counts, metrics, areas, curves and their intervals are all read from here.
/// </summary>
public sealed class RankedScores
{
    private readonly bool[] _labels;
    private readonly double[] _scores;

    private RankedScores(bool[] labels, double[] scores)
    {
        if (labels.Length == 0) throw new ArgumentException("There are no rows to rank: at least one is needed.", nameof(labels));
        (_labels, _scores) = (labels, scores);
        Ranking = Ranking.Of(labels, scores);
        Counts = ThresholdCounts.From(Ranking);
    }

    /// <summary>What each threshold would call.</summary>
    public ThresholdCounts Counts { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows => _labels.Length;

    /// <summary>True for a positive row; in the order of the rows.</summary>
    public ReadOnlySpan<bool> Labels => _labels;

    /// <summary>One per row, in the order of the rows.</summary>
    public ReadOnlySpan<double> Scores => _scores;

    /// <summary>Whether all of them lie between 0 and 1, as log loss, Brier score and calibration need it.</summary>
    public bool AreProbabilities => !Scores.ContainsAnyExceptInRange(0.0, 1.0);

    /// <summary>Sorts, in O(n). The arrays are kept, and must not be written to.</summary>
    /// <param name="labels">True for a positive row; at least one.</param>
    /// <param name="scores">One finite number per row: probabilities, logits, votes.</param>
    public static RankedScores Of(bool[] labels, double[] scores) => new(labels, scores);

    internal Ranking Ranking { get; }

    internal bool[] LabelArray => _labels;

    internal double[] ScoreArray => _scores;
}
