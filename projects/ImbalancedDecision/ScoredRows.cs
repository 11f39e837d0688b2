using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>Rows of one part of the data, in the order of time where there is one, with what the deciding model says about them.</summary>
/// <param name="Rows">0-based rows of the data set; a row may come twice where rows were drawn.</param>
/// <param name="Labels">True for the positive class.</param>
/// <param name="Probabilities">Of the positive class, calibrated on the validation rows.</param>
internal sealed record ScoredRows(int[] Rows, bool[] Labels, double[] Probabilities)
{
    private RankedScores? _ranked;

    /// <summary>True for the positive class.</summary>
    public bool[] Labels
    {
        get;
        init => (field, _ranked) = (value, null);
    } = Labels;

    /// <summary>Of the positive class, calibrated on the validation rows.</summary>
    public double[] Probabilities
    {
        get;
        init => (field, _ranked) = (value, null);
    } = Probabilities;

    /// <summary>Labels and probabilities, sorted once.</summary>
    public RankedScores Ranked => _ranked ??= RankedScores.Of(Labels, Probabilities);

    /// <summary>The true probability of each row, where the data were drawn from known laws; else null.</summary>
    public double[]? Truth { get; init; }

    /// <summary>What a miss of each row costs before the common factor, where a column says so; else null.</summary>
    public double[]? Amounts { get; init; }

    /// <summary>The time of each row, rising: weeks, days, or whatever the column counts; null without one.</summary>
    public double[]? Times { get; init; }

    /// <summary>How many there are.</summary>
    public int Count => Labels.Length;

    /// <summary>How many are positive.</summary>
    public int Positives => Labels.Count(label => label);
}
