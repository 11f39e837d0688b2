using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Rows from before, with labels, that unlabelled windows are compared with; the model was not trained on them. Their labels tune
/// the probabilities once more, by a logistic curve through their logits, which changes next to nothing where the probabilities
/// were right, and says by how much they may be wrong when the rows are drawn again.
/// </summary>
public sealed class LabelledReference
{
    private readonly bool[] _labels;
    private readonly double[] _probabilities;
    private readonly double[] _logits;
    private readonly Resampling _draws;

    /// <param name="labels">True for positives; both classes are needed.</param>
    /// <param name="probabilities">One per label.</param>
    public LabelledReference(IReadOnlyList<bool> labels, IReadOnlyList<double> probabilities)
    {
        (_labels, _probabilities) = ([.. labels], [.. probabilities]);
        Scores.RequireProbabilities(_probabilities);
        _logits = [.. _probabilities.Select(Logit.Of)];
        AsItIs = Tuned(_labels, _probabilities, _logits, threshold: 0.5)
            ?? throw new ArgumentException("A reference needs rows of both classes.", nameof(labels));
        _draws = Resampling.OfRows(_labels.Length);
    }

    /// <summary>True for positives.</summary>
    public IReadOnlyList<bool> Labels => _labels;

    /// <summary>Of each row, before they are tuned.</summary>
    public ReadOnlySpan<double> Probabilities => _probabilities;

    /// <summary>b: the share of positives.</summary>
    public double BaseRate => AsItIs.BaseRate;

    /// <summary>Of all rows.</summary>
    public TunedProbabilities AsItIs { get; }

    /// <summary>What the rows say at a threshold; an infinite one calls all of them or none.</summary>
    public TunedProbabilities At(double threshold) =>
        Tuned(_labels, _probabilities, _logits, Scores.RequireThreshold(threshold))!;

    /// <summary>The same of rows that are drawn from these with replacement; null where they lack a class.</summary>
    internal TunedProbabilities? Redrawn(ref SplitMix64 random, double threshold)
    {
        bool[] labels = new bool[_labels.Length];
        double[] probabilities = new double[labels.Length], logits = new double[labels.Length];
        int[] drawn = new int[labels.Length];
        _draws.Draw(ref random, drawn);
        foreach ((int i, int row) in drawn.Index())
        {
            (labels[i], probabilities[i], logits[i]) = (_labels[row], _probabilities[row], _logits[row]);
        }

        return Tuned(labels, probabilities, logits, threshold);
    }

    private static TunedProbabilities? Tuned(bool[] labels, double[] probabilities, double[] logits, double threshold)
    {
        int positives = 0, found = 0, alarms = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            bool flagged = probabilities[row] >= threshold;
            if (labels[row]) (positives, found) = (positives + 1, found + (flagged ? 1 : 0));
            else if (flagged) alarms++;
        }

        int negatives = labels.Length - positives;
        return positives == 0 || negatives == 0
            ? null
            : new(PlattCalibration.Fit(labels, logits), (double)positives / labels.Length, (double)found / positives,
                (double)alarms / negatives);
    }
}
