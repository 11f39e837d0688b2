using System.Globalization;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>The target as numbers, or one sentence that says why it is not.</summary>
internal static class RegressionTarget
{
    // Squares of what is larger or smaller do not fit a number.
    private const double Largest = 1e100, LeastSpread = 1e-100;

    public static double[] Of(Dataset rows)
    {
        string target = Quoted.Value(rows.TargetName ?? ""), data = Quoted.Value(rows.Name);
        if (rows.TargetNumbers is not { } numbers)
        {
            int row = Enumerable.Range(0, rows.Rows).First(i => !IsNumber(rows.Labels[i]));
            throw new UserMistakeException(
                $"Row {row + 1} of {data} has {Quoted.Value(rows.Labels[row])} in the target column {target}, and a regression predicts a finite number: "
                + "correct it, remove the row, or choose another column with --target.");
        }

        double[] y = [.. numbers];
        if (y.Distinct().Count() == 1)
        {
            throw new UserMistakeException(
                $"Every row of {data} has {Quoted.Value(rows.Labels[0])} in the target column {target}: there is nothing to predict, so choose another --target.");
        }

        if (y.Max(Math.Abs) > Largest || y.Max() - y.Min() < LeastSpread)
        {
            throw new UserMistakeException(FormattableString.Invariant(
                $"The target column {target} of {data} runs from {y.Min():G3} to {y.Max():G3}, and squares of such numbers are beyond what a computer's number holds: give it in other units, with sizes up to 1e100 that differ by 1e-100 at least."));
        }

        return y;
    }

    private static bool IsNumber(string label) =>
        double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
}
