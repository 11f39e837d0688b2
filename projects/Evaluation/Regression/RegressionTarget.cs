using System.Globalization;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>The target as numbers, or one sentence that says why it is not.</summary>
internal static class RegressionTarget
{
    public static double[] Of(Dataset rows)
    {
        string target = Quoted.Value(rows.TargetName ?? ""), data = Quoted.Value(rows.Name);
        if (rows.TargetNumbers is not { } numbers)
        {
            int row = Enumerable.Range(0, rows.Rows).First(i => !IsNumber(rows.Labels[i]));
            throw new UserMistakeException(
                $"{data}: {rows.PlaceOf(row)} has {Quoted.Value(rows.Labels[row])} in the target column {target}, "
                + $"and a regression predicts a finite number: correct it, remove the row, or choose another column with --target.");
        }

        double[] y = [.. numbers];
        if (y.Distinct().Count() == 1)
        {
            throw new UserMistakeException(
                $"Every row of {data} has {Quoted.Value(rows.Labels[0])} in the target column {target}: "
                + $"there is nothing to predict, so choose another --target.");
        }

        NumberRange.Require($"The target column {target} of {data}", y.Min(), y.Max());
        NumberRange.RequireTogether($"The target column {target} of {data}", y, row => $"in {rows.PlaceOf(row)}");
        return y;
    }

    private static bool IsNumber(string label) =>
        double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
}
