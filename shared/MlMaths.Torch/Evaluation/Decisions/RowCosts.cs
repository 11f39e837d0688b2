namespace MlMaths.Torch.Evaluation;

/// <summary>
/// What the two answers cost on each row, where a miss of row i loses aᵢ times the common cost of a miss:
/// <code>
/// silence  yᵢ aᵢ Miss                             yᵢ: 1 for a positive row, else 0
/// call     Review + (1 − yᵢ) FalseAlarm
/// p*ᵢ    = (FalseAlarm + Review) / (FalseAlarm + aᵢ Miss)      from there on a call of row i is the cheaper choice
/// </code>
/// Without amounts all aᵢ are 1, and p*ᵢ is Elkan's threshold. Every cost of this folder that is asked of calls rather than of a
/// confusion matrix is a mean over these rows.
/// </summary>
public sealed class RowCosts
{
    private readonly bool[] _labels;
    private readonly double[]? _amounts;

    /// <summary>Takes the labels of the rows, the common costs, and the amount of each row: finite and 0 or more; null: 1 each.</summary>
    public RowCosts(bool[] labels, ErrorCosts costs, double[]? amounts = null)
    {
        if (amounts is not null && amounts.Length != labels.Length)
        {
            throw new ArgumentException(
                $"{labels.Length} labels and {amounts.Length} amounts: there must be one amount per label.",
                nameof(amounts));
        }
        if (amounts is not null && Array.FindIndex(amounts, amount => !(double.IsFinite(amount) && amount >= 0)) is >= 0 and int row)
            throw new ArgumentException($"The amount of row {row} is {amounts[row]}, and must be 0 or more, and finite.", nameof(amounts));
        (_labels, Costs, _amounts) = (labels, costs, amounts);
    }

    /// <summary>What the rows have in common.</summary>
    public ErrorCosts Costs { get; }

    /// <summary>How many there are.</summary>
    public int Rows => _labels.Length;

    /// <summary>True for a positive row.</summary>
    public IReadOnlyList<bool> Labels => _labels;

    /// <summary>Whether a miss of one row loses more than a miss of another.</summary>
    public bool HasAmounts => _amounts is not null;

    /// <summary>yᵢ aᵢ Miss.</summary>
    public double OfSilence(int row) => _labels[row] ? OfMiss(row) : 0;

    /// <summary>Review + (1 − yᵢ) FalseAlarm.</summary>
    public double OfCall(int row) => OfCall(_labels[row]);

    /// <summary>p*ᵢ; infinite where neither a miss nor a false alarm costs anything.</summary>
    public double ThresholdOf(int row) => Threshold(Costs, Amount(row));

    /// <summary>What a call of the row saves on average, if the probability is right: p aᵢ Miss − Review − (1 − p) FalseAlarm.</summary>
    public double ExpectedSaving(int row, double probability) =>
        Finite.Share(probability) * Costs.Miss * Amount(row) - Costs.Review - (1 - probability) * Costs.FalseAlarm;

    /// <summary>The cost of each row under some calls, one per row.</summary>
    public double[] Of(IReadOnlyList<bool> flags)
    {
        double[] costs = new double[Rows];
        for (int row = 0; row < Rows; row++)
            costs[row] = flags[row] ? OfCall(row) : OfSilence(row);
        return costs;
    }

    /// <summary>
    /// The one threshold that suits rows of these probabilities best, if the probabilities are right and their amounts have nothing to
    /// do with them: p* at the amount that a missed positive loses on average, Σ pᵢ aᵢ / Σ pᵢ. Elkan's threshold without amounts.
    /// </summary>
    public double CommonThreshold(ReadOnlySpan<double> probabilities)
    {
        Scores.RequireProbabilities(probabilities);
        if (_amounts is null) return Threshold(Costs, 1);
        double sum = 0, weight = 0;
        for (int row = 0; row < Rows; row++)
        {
            sum += probabilities[row] * _amounts[row];
            weight += probabilities[row];
        }
        return Threshold(Costs, weight > 0 ? sum / weight : 1);
    }

    private static double Threshold(ErrorCosts costs, double amount) => costs.FalseAlarm + amount * costs.Miss > 0
        ? (costs.FalseAlarm + costs.Review) / (costs.FalseAlarm + amount * costs.Miss)
        : double.PositiveInfinity;

    internal double OfMiss(int row) => Costs.Miss * Amount(row);

    internal double OfCall(bool isPositive) => Costs.Review + (isPositive ? 0 : Costs.FalseAlarm);

    private double Amount(int row) => _amounts is null ? 1 : _amounts[row];
}
