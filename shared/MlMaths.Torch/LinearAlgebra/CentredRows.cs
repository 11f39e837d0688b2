namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// Rows in this process's memory, moved so that their mean is 0. Distances do not change, and the product form
/// ‖x − c‖² = ‖x‖² − 2x·c + ‖c‖² keeps its digits: it loses them where the mean is large beside the spread.
/// </summary>
internal sealed class CentredRows
{
    private CentredRows(double[] values, int rows, int columns)
    {
        (Values, Count, Columns) = (values, rows, columns);
        Mean = new double[columns];
        for (int i = 0; i < rows; i++)
            RowArithmetic.AddTo(Mean, Row(i), 1.0 / rows);
        for (int i = 0; i < rows; i++)
            RowArithmetic.AddTo(values.AsSpan(i * columns, columns), Mean, -1);
    }

    /// <summary>Row after row, [n, d].</summary>
    public double[] Values { get; }

    /// <summary>n.</summary>
    public int Count { get; }

    /// <summary>d.</summary>
    public int Columns { get; }

    /// <summary>What was taken off every row, [d].</summary>
    public double[] Mean { get; }

    public ReadOnlySpan<double> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>A copy of X [n, d], from any device.</summary>
    public static CentredRows Of(Tensor X)
    {
        if (X.dim() != 2)
            throw new ShapeException($"X: expected [n, d], was [{string.Join(", ", X.shape)}]");
        if (X.numel() > Array.MaxLength)
        {
            throw new UserMistakeException(
                $"The table has {X.numel():N0} numbers; clustering supports up to {Array.MaxLength:N0}: "
                + $"draw a sample of its rows.");
        }
        using DisposeScope scope = torch.NewDisposeScope();
        double[] values = [.. X.detach().to(torch.ScalarType.Float64, torch.CPU).contiguous().data<double>()];
        return Of(values, (int)X.size(0), (int)X.size(1));
    }

    /// <summary>Takes the array over.</summary>
    public static CentredRows Of(double[] values, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new UserMistakeException(
                    $"Row {i / columns}, column {i % columns} is {values[i]}, which is not a finite number: "
                    + $"fill it or leave the row out.");
            }
        }
        var centred = new CentredRows(values, rows, columns);
        SquareRange.Check(centred.Farthest());
        return centred;
    }

    /// <summary>Some of the rows, in the order given, with a mean of their own.</summary>
    public CentredRows Select(ReadOnlySpan<int> rows)
    {
        double[] values = new double[rows.Length * Columns];
        for (int i = 0; i < rows.Length; i++)
            Row(rows[i]).CopyTo(values.AsSpan(i * Columns));
        CentredRows selected = new(values, rows.Length, Columns);
        RowArithmetic.AddTo(selected.Mean, Mean);
        return selected;
    }

    /// <summary>‖xᵢ − c‖², by differences.</summary>
    public double SquaredDistance(int row, ReadOnlySpan<double> centre) => RowArithmetic.SquaredDistance(Row(row), centre);

    /// <summary>Whether there are at least this many different rows; looks no further than it must.</summary>
    public bool HasDifferentRows(int atLeast)
    {
        HashSet<RowKey> seen = [];
        for (int i = 0; i < Count && seen.Count < atLeast; i++)
            seen.Add(new RowKey(this, i));
        return seen.Count >= atLeast;
    }

    private double[] Farthest()
    {
        double[] farthest = new double[Columns];
        for (int i = 0; i < Count; i++)
        {
            ReadOnlySpan<double> row = Row(i);
            for (int j = 0; j < farthest.Length; j++)
                farthest[j] = Math.Max(farthest[j], Math.Abs(row[j]));
        }

        return farthest;
    }

    private readonly record struct RowKey(CentredRows Rows, int Index)
    {
        public bool Equals(RowKey other) => Rows.Row(Index).SequenceEqual(other.Rows.Row(other.Index));

        public override int GetHashCode()
        {
            HashCode hash = new();
            foreach (double value in Rows.Row(Index)) hash.Add(value);
            return hash.ToHashCode();
        }
    }
}
