using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>One column's weight.</summary>
/// <param name="Column">Index of the column.</param>
/// <param name="Name">Its name, as the data has it.</param>
/// <param name="Weight">Change of the logit per deviation of the column, with its interval.</param>
internal sealed record ColumnWeight(int Column, string Name, Interval Weight);

/// <summary>What the weights say, how far they would move on other rows, and which columns share their work.</summary>
/// <param name="ByColumn">In the order of the columns.</param>
/// <param name="Collinearity">Of the standardised training rows.</param>
internal sealed record WeightFindings(IReadOnlyList<ColumnWeight> ByColumn, Collinearity Collinearity)
{
    /// <summary>Strongest first.</summary>
    public IEnumerable<ColumnWeight> ByStrength => ByColumn.OrderByDescending(column => Math.Abs(column.Weight.Value ?? 0));

    /// <summary>Those whose interval leaves the sign open.</summary>
    public IEnumerable<ColumnWeight> SignOpen => ByColumn.Where(column => column.Weight.Contains(0));

    public static WeightFindings Fit(
        FinalModel final, PreparedBatches<BinaryTarget> data, int refits, int seed, Action advance, CancellationToken cancellation)
    {
        IReadOnlyList<Interval> intervals = WeightIntervals.Fit(
            final.Model, data.Training, final.Penalty, refits, seed, advance, cancellation);
        ColumnWeight[] byColumn =
            [.. intervals.Select((weight, column) => new ColumnWeight(column, data.Rows.ColumnNames[column], weight))];
        return new WeightFindings(byColumn, Collinearity.Of(data.Training.X));
    }
}
