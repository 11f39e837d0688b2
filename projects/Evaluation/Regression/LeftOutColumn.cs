using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>A column that others say already, in the units of the data: x = c₀ + Σ cₖxₖ.</summary>
/// <param name="Name">As the data has it.</param>
/// <param name="Constant">c₀.</param>
/// <param name="Others">Each other column with its cₖ.</param>
internal sealed record LeftOutColumn(string Name, double Constant, IReadOnlyList<(string Name, double Factor)> Others)
{
    public static LeftOutColumn Of(DependentColumn column, FittedScaler scaler)
    {
        double deviation = scaler.Deviations[column.Column];
        (string Name, double Factor)[] others = [.. column.Combination.Select(
            part => (scaler.ColumnNames[part.Column], Tidy(deviation * part.Factor / scaler.Deviations[part.Column])))];
        double shift = column.Combination.Sum(part => part.Factor * scaler.Means[part.Column] / scaler.Deviations[part.Column]);
        double constant = scaler.Means[column.Column] + deviation * (column.Constant - shift);
        return new(
            scaler.ColumnNames[column.Column],
            Math.Abs(constant) < 1e-9 * (Math.Abs(scaler.Means[column.Column]) + deviation) ? 0 : Tidy(constant),
            others);
    }

    public MarkdownText Sentence
    {
        get
        {
            IEnumerable<MarkdownText> terms = Others.Select(part => MarkdownText.Of($"{part.Factor} × “{part.Name}”"));
            IEnumerable<MarkdownText> all = Constant == 0 && Others.Count > 0 ? terms : terms.Append(MarkdownText.Of($"{Constant}"));
            return MarkdownText.Of($"“{Name}” = {MarkdownText.Join(" + ", all)}");
        }
    }

    // Solved to eleven digits or so: 1.9999999999996 is 2.
    private static double Tidy(double factor) =>
        factor == 0 || !double.IsFinite(factor)
            ? factor
            : double.Parse(factor.ToString("G9", System.Globalization.CultureInfo.InvariantCulture),
                System.Globalization.CultureInfo.InvariantCulture);
}
