using System.Globalization;

namespace MlMaths.Torch.Data;

/// <summary>What a scaler learnt from the training rows, z = (x − m)/s; it transforms any rows with the same columns.</summary>
/// <param name="ColumnNames">The features.</param>
/// <param name="Means">mⱼ: the mean of the training rows, or the middle of their range.</param>
/// <param name="Deviations">sⱼ: their deviation, divided by n, or half of their range; 1 where a column is constant.</param>
/// <param name="ConstantColumns">Columns with a single value in the training rows: centred, but not divided.</param>
public sealed record FittedScaler(
    IReadOnlyList<string> ColumnNames, IReadOnlyList<double> Means, IReadOnlyList<double> Deviations,
    IReadOnlyList<int> ConstantColumns)
{
    // A row that was held out may lie anywhere; beyond so many deviations a net in 32-bit floats says nothing about it.
    private const double MostDeviations = 1e15;

    /// <summary>One sentence that names the constant columns; null where there are none.</summary>
    public string? Warning => ConstantColumns.Count switch
    {
        0 => null,
        1 => $"The column {Names} has a single value in the training rows: it is centred but not scaled, and says nothing about "
            + "the target.",
        int count => $"{count} columns have a single value in the training rows, {Names}: they are centred but not scaled, and say "
            + "nothing about the target.",
    };

    private string Names => Quoted.List([.. ConstantColumns.Select(column => ColumnNames[column])]);

    /// <summary>The rows of one part, standardised.</summary>
    public Dataset Transform(SplitPart part) => Transform(part.Select());

    /// <summary>The same rows, standardised.</summary>
    public Dataset Transform(Dataset rows)
    {
        if (!rows.ColumnNames.SequenceEqual(ColumnNames))
            throw new ArgumentException("These are not the columns that the scaler was fitted on.", nameof(rows));
        double[] scaled = new double[rows.Rows * rows.Columns];
        for (int i = 0; i < rows.Rows; i++)
        {
            ReadOnlySpan<double> x = rows.Row(i);
            for (int j = 0; j < x.Length; j++)
                scaled[i * x.Length + j] = Standardised(x[j], j);
        }

        return rows.WithFeatures(scaled);
    }

    private double Standardised(double x, int column)
    {
        double distance = x - Means[column];
        double z = double.IsFinite(distance) ? distance / Deviations[column]
            : (x / 4 - Means[column] / 4) / (Deviations[column] / 4); // a distance beyond 1.8e308, and yet no large z
        return Math.Abs(z) <= MostDeviations ? z : throw new UserMistakeException(string.Create(CultureInfo.InvariantCulture,
            $"The column {Quoted.Value(ColumnNames[column])} holds {NumberText.Brief(x)}, too far from its mean "
                + $"{NumberText.Brief(Means[column])} to be expressed in units of its deviation, "
                + $"{NumberText.Brief(Deviations[column])}: use other units, or leave "
                    + $"that row out."));
    }
}
