using MlMaths.Torch.Data;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>The columns that are looked at for the target, and how much luck so many tries need.</summary>
internal sealed class AskedColumns
{
    // Codes, steps, combinations, products, curves, pairs, and means of the target over all rows, all others, or drawn to the whole, are
    // each a try of their own, with a share of the luck.
    private const int Families = 9;

    private readonly IReadOnlyList<IReadOnlyList<string>?> _texts;

    private AskedColumns(Dataset rows, IReadOnlyList<IReadOnlyList<string>?> texts)
    {
        _texts = texts;
        Names = [.. rows.ColumnNames.Select(FormulaText.Name)];
        Values = [.. Enumerable.Range(0, rows.Columns).Select(rows.Column)];
        Levels = [.. Values.Select(ColumnLevels.Of)];
        Usable = [.. Enumerable.Range(0, rows.Columns).Where(column => Levels[column].Count > 1 && !NumbersRows(Values[column]))];
    }

    /// <summary>As formulas have them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Column by column.</summary>
    public IReadOnlyList<double[]> Values { get; }

    /// <summary>Of each column.</summary>
    public IReadOnlyList<ColumnLevels> Levels { get; }

    /// <summary>Columns that vary and do not merely number the rows, which another check sees.</summary>
    public IReadOnlyList<int> Usable { get; }

    /// <summary>Reads the columns.</summary>
    /// <param name="rows">A column for each that is asked about.</param>
    /// <param name="texts">What the codes of columns stand for; none where all have numbers.</param>
    public static AskedColumns Of(Dataset rows, IReadOnlyList<IReadOnlyList<string>?> texts) => new(rows, texts);

    /// <summary>A value of a column as the file has it.</summary>
    public string Written(int column, double value) => _texts.ElementAtOrDefault(column) is not { } texts ? FormulaText.Number(value)
        : value < 0 ? "missing" : FormulaText.Label(texts[(int)value]);

    /// <summary>The chance of one try, times the tries: as many as there are sets of so many columns.</summary>
    public double Corrected(double logChance, int columns, int questions) =>
        LeakEvidence.Share(logChance + FunctionChance.LogChoices(Usable.Count, columns) + Math.Log(Families * questions));

    /// <summary>Standard deviation as the middle half of the values has it, so that a wild value stretches nothing.</summary>
    public static double Spread(double[] values)
    {
        var quantiles = Quantiles.Of(values);
        double middle = (quantiles.At(0.75) - quantiles.At(0.25)) / 1.349;
        return middle > 0 ? middle : Moments.Of(values).SampleVariance is > 0 and double variance ? Math.Sqrt(variance) : 0;
    }

    // One unit of the last decimal that a column is written with; 0 where it has more than six.
    public static double Unit(double[] values)
    {
        double scale = 1;
        for (int decimals = 0; decimals <= 6; decimals++, scale *= 10)
        {
            if (values.All(value => Math.Abs(value * scale - Math.Round(value * scale)) <= 1e-9 * Math.Max(1, Math.Abs(value * scale))))
                return 1 / scale;
        }

        return 0;
    }

    private static bool NumbersRows(double[] values)
    {
        bool rises = true, falls = true;
        for (int row = 1; row < values.Length; row++)
        {
            rises &= values[row] > values[row - 1];
            falls &= values[row] < values[row - 1];
        }

        return rises || falls;
    }
}
