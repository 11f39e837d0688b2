using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A hint: one strong column that alone says as much about the target as all the others together. A noisy copy of the target
/// looks like that, and a column that is filled because of the outcome, and so does the one good column of an honest table: only who
/// knows how the rows came about can tell.
/// <code>
/// classes    A = ROC area of the column (codes: of their shares of the class)     A ≥ 0.75 beyond chance
/// numbers    r = correlation with the target                                      |r| ≥ 0.75 beyond chance
/// others     the same of ŷᵢ₍₋ᵢ₎ = yᵢ − eᵢ/(1 − hᵢ), least squares on all the others without row i
/// hint       from 100 rows on; the column is not below the others, nor below any one of them; surely above any one of them where there are
///            too few rows to take all others together
/// </code>
/// </summary>
internal static class OutstandingColumn
{
    private const double Strong = 0.75;
    private const int MaxRows = 2000, MaxColumns = 300, RowsPerColumn = 5, MinRows = 100, FewestRowsOfValue = 20, Named = 3;

    /// <summary>Such columns; most tables have none.</summary>
    public static IEnumerable<TargetLeak> In(AskedColumns columns, IReadOnlyList<int> free, AskedTarget target, int questions)
    {
        double[]? y = target.Measured ?? (target.IsBinary ? [.. target.OfRow.Select(level => level == target.Positive ? 1.0 : 0)] : null);
        if (y is null || free.Count == 0 || target.Rows < MinRows) yield break;
        int[] rows = RowSample.Even(target.Rows, MaxRows);
        string[] taken = [.. columns.Usable.Except(free).Select(column => columns.Names[column])];
        string aside = taken.Length == 0 ? "" : $", {string.Join(", ", taken.Take(Named))}{(taken.Length > Named ? ", …" : "")} aside";
        double[] some = At(y, rows);
        double confidence = 1 - 0.05 / (free.Count * questions);
        (int Column, Interval Strength)[] all = [.. free
            .Select(column => (column, Strength(target, Score(columns, column, y, rows), some, confidence)))];
        foreach ((int column, Interval strength) in all.Where(one => one.Strength.Low >= Strong))
        {
            if (all.Any(other => other.Strength.Value > strength.Value)) continue;
            double? others = Others(columns, [.. free.Where(other => other != column)], target, some, rows);
            bool isRivalled = others is null && all.Any(other => other.Column != column && other.Strength.Value > strength.Low);
            if (isRivalled || others > strength.Value) continue;
            string rest = others is double together ? $", that of all others together {together:0.00}" : "";
            yield return new(
                LeakageKind.Disguise, LeakageStatus.Hint, [column],
                $"{columns.Names[column]} alone says {Compared(strength, others, free.Count - 1, Spoken(target))}{aside}",
                new(rows.Length, null, $"its {(target.Measured is null ? "ROC area" : "correlation")} is {strength.Value:0.00}{rest}"));
        }
    }

    // More than all others together only where its interval lies above theirs; where they were not taken together, nothing is said of that.
    private static string Compared(Interval strength, double? together, int others, string target) =>
        others == 0 ? $"much about {target}, and there is no other column"
        : together is not { } all ? $"more about {target} than any other column"
        : strength.Low > all ? $"more about {target} than all other columns together"
        : $"as much about {target} as all other columns together";

    private static string Spoken(AskedTarget target) =>
        target.Measured is null ? FormulaText.Is(target, target.Positive) : FormulaText.Name(target.Name);

    private static double[] Score(AskedColumns columns, int column, double[] y, int[] rows)
    {
        ColumnLevels levels = columns.Levels[column];
        if (!levels.AreCodes || levels.Count < 3 || FewestRowsOfValue * levels.Count > y.Length) return At(columns.Values[column], rows);
        double[] sums = new double[levels.Count];
        for (int row = 0; row < y.Length; row++)
            sums[levels.OfRow[row]] += y[row];
        return [.. rows.Select(row => sums[levels.OfRow[row]] / levels.Counts[levels.OfRow[row]])];
    }

    private static Interval Strength(AskedTarget target, double[] score, double[] y, double confidence)
    {
        if (target.Measured is not null) return Correlation(score, y, confidence);
        bool[] labels = Array.ConvertAll(y, value => value == 1);
        var area = DeLong.Of(labels, score);
        if (area.Area is not double value) return Interval.Undefined(area.WhyUndefined!);
        DeLong directed = value >= 0.5 ? area : DeLong.Of(labels, Array.ConvertAll(score, one => -one));
        return directed.Area == 1 ? TargetInDisguise.Perfect(labels, confidence) : directed.AreaInterval(confidence);
    }

    // Fisher's z = artanh r, with a standard error of 1/√(n − 3).
    private static Interval Correlation(double[] x, double[] y, double confidence)
    {
        double meanX = Moments.Of(x).Mean, meanY = Moments.Of(y).Mean, xy = 0, xx = 0, yy = 0;
        for (int row = 0; row < x.Length; row++)
        {
            xy += (x[row] - meanX) * (y[row] - meanY);
            xx += (x[row] - meanX) * (x[row] - meanX);
            yy += (y[row] - meanY) * (y[row] - meanY);
        }

        double r = xx > 0 && yy > 0 ? Math.Min(1 - 1e-15, Math.Abs(xy) / Math.Sqrt(xx) / Math.Sqrt(yy)) : 0;
        double z = Math.Atanh(r), reach = Normal.TwoSidedQuantile(confidence) / Math.Sqrt(x.Length - 3);
        return new(r, Math.Tanh(z - reach), Math.Tanh(z + reach), confidence, "Fisher's z");
    }

    // Null where there are too few rows for so many columns.
    private static double? Others(AskedColumns columns, int[] others, AskedTarget target, double[] y, int[] rows)
    {
        if (others.Length == 0 || others.Length > MaxColumns || rows.Length < RowsPerColumn * others.Length) return null;
        var qr = new HouseholderQr(rows.Length);
        double[] ones = new double[rows.Length];
        Array.Fill(ones, 1);
        qr.TryAdd(ones);
        foreach (int column in others)
        {
            double[] x = At(columns.Values[column], rows);
            double mean = Moments.Of(x).Mean, size = Math.Max(x.Max(value => Math.Abs(value - mean)), double.Epsilon);
            qr.TryAdd(Array.ConvertAll(x, value => (value - mean) / size), DependentColumns.Rounding);
        }

        double[] residuals = qr.Residuals(y), leverages = qr.Leverages();
        double[] left = [.. y.Select((value, row) => value - residuals[row] / Math.Max(1e-12, 1 - leverages[row]))];
        return left.All(double.IsFinite) ? Strength(target, left, y, Interval.DefaultConfidence).Value : null;
    }

    private static double[] At(double[] values, int[] rows) => [.. rows.Select(row => values[row])];
}
