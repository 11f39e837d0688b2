using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A leakage check: a column that numbers the rows, which says nothing about tomorrow's row. Where the file is sorted by class or
/// by time it says a lot about these rows, and a model learns the sorting. Taken for one: all values differ and rise or fall from row
/// to row, or are whole numbers without a gap.
/// </summary>
/// <param name="Column">0-based.</param>
/// <param name="Name">As the file has it.</param>
/// <param name="Area">ROC area of the column as a score with its 99.9 % interval; of the falling column where that is larger.</param>
public sealed record RowNumberColumn(int Column, string Name, Interval Area)
{
    private const double Confidence = 0.999;
    private const int MinRows = 10;

    /// <summary>Whether it tells the classes apart, beyond chance.</summary>
    public bool IsInformative => Area.Low > 0.5;

    /// <summary>Every such column; none where there are fewer than ten rows, as few numbers rise by chance.</summary>
    public static IReadOnlyList<RowNumberColumn> In(BinaryTarget target)
    {
        Dataset rows = target.Dataset;
        int[] numbering = rows.Rows < MinRows
            ? []
            : [.. Enumerable.Range(0, rows.Columns).Where(column => NumbersRows(rows.Column(column)))];
        return numbering.Length == 0
            ? []
            : [.. TargetInDisguise.Areas(DataSplit.None(rows).Training, target, Confidence)
                .Where(one => numbering.Contains(one.Column))
                .Select(one => new RowNumberColumn(one.Column, one.Name, one.Area))];
    }

    private static bool NumbersRows(double[] values)
    {
        bool rises = true, falls = true, whole = Math.Abs(values[0]) < 1e15;
        for (int row = 1; row < values.Length; row++)
        {
            rises &= values[row] > values[row - 1];
            falls &= values[row] < values[row - 1];
        }

        if (rises || falls) return true;
        whole &= values.All(value => value == Math.Floor(value));
        return whole && values.Max() - values.Min() == values.Length - 1 && values.Distinct().Count() == values.Length;
    }
}
