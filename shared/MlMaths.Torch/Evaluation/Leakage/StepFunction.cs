namespace MlMaths.Torch.Evaluation;

/// <summary>
/// A leakage check: along a measured column the labels stand in blocks without a single row out of place, and change where the
/// column is dense. Blocks alone are no leak: where a gap lies between the classes, the column may just be that good. But what is
/// measured honestly goes from one label to the next over some width, and there rows stand on the wrong side:
/// <code>
/// σ  = spread of the column (middle half)      c = border between two blocks
/// kₗ, kᵣ = rows within σ/10 of c on either side,  k = min(kₗ + kᵣ, 4kₗ, 4kᵣ)
/// p ≤ (k + 1)/2ᵏ                               k coin flips in order, were the passage as wide as that
/// p ≤ 0.001                                    found: with 14 rows, if they are shared out evenly
/// </code>
/// </summary>
/// <param name="Labels">Of the blocks, in the order of the column.</param>
/// <param name="Borders">Between the blocks: one fewer.</param>
/// <param name="Sharpness">ln p of the sharpest border, borders counted.</param>
/// <param name="Smallest">Rows of the smallest block.</param>
internal sealed record StepFunction(IReadOnlyList<int> Labels, IReadOnlyList<double> Borders, double Sharpness, int Smallest)
{
    /// <summary>A block beyond one for each label needs so many rows to be a step and not a wrong label.</summary>
    public const int Supported = 5;

    /// <summary>Why blocks of few rows are no more than a hint.</summary>
    public const string Fitted = "a block of few rows may be a wrong label that the formula was fitted to";

    private const double Reach = 0.1, Sharp = 0.001;

    /// <summary>Whether the labels change too sharply for a measurement.</summary>
    public bool IsSharp => Sharpness <= Math.Log(Sharp);

    /// <summary>Why blocks with a gap between them are no more than a hint.</summary>
    public const string Gap = "few rows lie near the border, so the column may just be that good";

    /// <summary>The blocks; null where there are more than <paramref name="most"/>, or equal values have two labels.</summary>
    public static StepFunction? Of(double[] column, int[] labels, int most)
    {
        if (!MayBe(row => column[row], labels, most)) return null;
        double[] sorted = [.. column];
        int[] order = [.. labels];
        Array.Sort(sorted, order);
        List<int> starts = [0];
        for (int row = 1; row < sorted.Length; row++)
        {
            if (order[row] == order[row - 1]) continue;
            if (sorted[row] == sorted[row - 1]) return null;
            starts.Add(row);
            if (starts.Count > most) return null;
        }

        double reach = Reach * AskedColumns.Spread(column);
        double[] borders = [.. starts.Skip(1).Select(start => sorted[start - 1] / 2 + sorted[start] / 2)];
        return new([.. starts.Select(start => order[start])], borders, Sharpest(sorted, starts, borders, reach),
            starts.Append(sorted.Length).Zip(starts.Skip(1).Append(sorted.Length), (start, next) => next - start)
                .Take(starts.Count).Min());
    }

    /// <summary>Where a label holds: <c>x ≥ 2.5</c>, <c>1 ≤ x &lt; 3</c>.</summary>
    public string Where(int label, string name) => string.Join(
        " or ", Labels.Index().Where(block => block.Item == label).Select(block => Block(block.Index, name)));

    private string Block(int block, string name) => (block > 0, block < Borders.Count) switch
    {
        (true, true) => $"{FormulaText.Number(Borders[block - 1])} < {name} < {FormulaText.Number(Borders[block])}",
        (true, false) => $"{name} > {FormulaText.Number(Borders[block - 1])}",
        _ => $"{name} < {FormulaText.Number(Borders[block])}",
    };

    /// <summary>Whether a hundred rows allow it: most columns fail there.</summary>
    public static bool MayBe(Func<int, double> column, int[] labels, int most)
    {
        const int Tried = 100;
        if (labels.Length <= 2 * Tried) return true;
        double[] some = new double[Tried];
        int[] labelsOfSome = new int[Tried];
        for (int i = 0; i < Tried; i++)
        {
            int row = (int)((long)i * labels.Length / Tried);
            (some[i], labelsOfSome[i]) = (column(row), labels[row]);
        }

        Array.Sort(some, labelsOfSome);
        int blocks = 1;
        for (int i = 1; i < Tried; i++)
            blocks += labelsOfSome[i] != labelsOfSome[i - 1] && some[i] != some[i - 1] ? 1 : 0;
        return blocks <= most;
    }

    private static double Sharpest(double[] sorted, List<int> starts, double[] borders, double reach)
    {
        double sharpest = 0;
        for (int border = 0; border < borders.Length; border++)
        {
            int start = starts[border + 1], end = border + 2 < starts.Count ? starts[border + 2] : sorted.Length, left = 0, right = 0;
            for (int row = start - 1; row >= starts[border] && sorted[row] >= borders[border] - reach; row--) left++;
            for (int row = start; row < end && sorted[row] <= borders[border] + reach; row++) right++;
            int k = Math.Min(left + right, 4 * Math.Min(left, right));
            sharpest = Math.Min(sharpest, Math.Log(k + 1) - k * Math.Log(2));
        }

        return Math.Min(0, sharpest + Math.Log(Math.Max(1, borders.Length)));
    }
}
