namespace MlMaths.Torch.Exercises.Learn.Exercise11;

/// <summary>
/// Two columns, an intercept, and a penalty on the two weights.
/// <code>
/// z = (x − mean) / deviation, of the training rows            L = 1/n Σ (z·w + b − y)² + λ (w₁² + w₂²)
/// b = ȳ        (C + λ) w = c,   C = 1/n Σ z zᵀ,  c = 1/n Σ z (y − ȳ)
/// </code>
/// </summary>
/// <param name="Weights">w [2].</param>
/// <param name="Said">For the validation rows.</param>
/// <param name="SaidOfTraining">For the training rows.</param>
internal sealed record Ridge(double[] Weights, double[] Said, double[] SaidOfTraining)
{
    /// <summary>The fit of one strength; with slips in it, another.</summary>
    /// <param name="at">The rows.</param>
    /// <param name="strength">λ.</param>
    /// <param name="slips">Of <see cref="LossesTask"/>.</param>
    /// <param name="fewer">0 where n divides the squares of a deviation, 1 where n − 1 does.</param>
    public static Ridge Fitted(RidgeRows at, double strength, IReadOnlySet<string> slips, int fewer = 0)
    {
        double[][] scaling = slips.Contains("scaled-with-validation") ? [.. at.Rows, .. at.ValidationRows] : at.Rows;
        (double Mean, double Unit)[] columns = Columns(scaling, slips, fewer);
        (double Mean, double Unit)[] own = slips.Contains("validation-scaled-alone") ? Columns(at.ValidationRows, slips, fewer) : columns;
        double[][] z = Scaled(at.Rows, columns);
        int n = at.Y.Length;
        double[] means = [z.Average(row => row[0]), z.Average(row => row[1])];
        double mean = at.Y.Average();
        double c11 = 0, c12 = 0, c22 = 0, t1 = 0, t2 = 0;
        for (int i = 0; i < n; i++)
        {
            (double a, double b, double t) = (z[i][0] - means[0], z[i][1] - means[1], at.Y[i] - mean);
            (c11, c12, c22, t1, t2) = (c11 + a * a / n, c12 + a * b / n, c22 + b * b / n, t1 + a * t / n, t2 + b * t / n);
        }

        if (slips.Contains("not-times-rows")) strength /= n;
        if (slips.Contains("halved")) strength /= 2;
        double det = (c11 + strength) * (c22 + strength) - c12 * c12;
        double[] w = [((c22 + strength) * t1 - c12 * t2) / det, ((c11 + strength) * t2 - c12 * t1) / det];
        double level = slips.Contains("intercept-penalised") ? mean / (1 + strength) : slips.Contains("no-intercept") ? 0 : mean;
        double intercept = level - w[0] * means[0] - w[1] * means[1];
        return new(w, Of(Scaled(at.ValidationRows, own)), Of(z));

        double[] Of(double[][] rows) => [.. rows.Select(row => w[0] * row[0] + w[1] * row[1] + intercept)];
    }

    private static (double, double)[] Columns(double[][] rows, IReadOnlySet<string> slips, int fewer) =>
    [
        .. Enumerable.Range(0, 2).Select(j =>
        {
            double mean = rows.Average(row => row[j]);
            double square = rows.Sum(row => (row[j] - mean) * (row[j] - mean)) / (rows.Length - fewer);
            return slips.Contains("unscaled") ? (0, 1.0) : (mean, Math.Sqrt(square));
        }),
    ];

    private static double[][] Scaled(double[][] rows, (double Mean, double Unit)[] columns) =>
        [.. rows.Select(row => row.Select((x, j) => (x - columns[j].Mean) / columns[j].Unit).ToArray())];
}
