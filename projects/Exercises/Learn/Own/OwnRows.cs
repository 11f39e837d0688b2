namespace MlMaths.Torch.Exercises.Learn.Own;

/// <summary>Rows of a learner's own file, as their methods take them.</summary>
/// <param name="Columns">Their names.</param>
/// <param name="Rows">Numbers [n, d].</param>
/// <param name="IsPositive">The class of each row; empty where none is asked for.</param>
/// <param name="Threshold">Of scores, where there are some.</param>
internal sealed record OwnRows(IReadOnlyList<string> Columns, double[][] Rows, bool[] IsPositive, double Threshold)
{
    public double[] Column(int j) => [.. Rows.Select(row => row[j])];
}
