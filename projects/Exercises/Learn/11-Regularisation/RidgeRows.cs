using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Exercise11;

/// <summary>Rows to fit, rows to judge, and strengths to try.</summary>
/// <param name="Rows">[n, 2], in units as different as metres and years.</param>
/// <param name="Y">[n].</param>
/// <param name="ValidationRows">[m, 2], m even.</param>
/// <param name="ValidationY">[m].</param>
/// <param name="Strengths">λ, from weak to strong.</param>
internal sealed record RidgeRows(double[][] Rows, double[] Y, double[][] ValidationRows, double[] ValidationY, double[] Strengths)
{
    public static RidgeRows Drawn(Random random)
    {
        int n = random.Next(10, 16), m = 2 * random.Next(3, 6);
        double w1 = Around(random, 2), w2 = Around(random, 2), level = random.Next(3, 9);
        var rows = new double[n + m][];
        var y = new double[n + m];
        for (int i = 0; i < n + m; i++)
        {
            (double a, double b) = (Gaussian(random), Gaussian(random));
            rows[i] = [Math.Round(1.7 + 0.1 * a, 3), Math.Round(40 + 12 * (0.4 * a + 0.9 * b), 1)];
            y[i] = Math.Round(level + w1 * a + w2 * b + Gaussian(random), 2);
        }

        double low = Math.Pow(10, -random.Next(1, 4));
        return new(rows[..n], y[..n], rows[n..], y[n..], [.. Enumerable.Range(0, 7).Select(k => Written3(low * Math.Pow(10, k * 0.5)))]);
    }

    public RidgeRows With(Func<double, double> first, Func<double, double> target) => this with
    {
        Rows = [.. Rows.Select(row => new[] { first(row[0]), row[1] })],
        ValidationRows = [.. ValidationRows.Select(row => new[] { first(row[0]), row[1] })],
        Y = [.. Y.Select(target)],
        ValidationY = [.. ValidationY.Select(target)],
    };

    public RidgeRows Judging(Range rows) => this with { ValidationRows = ValidationRows[rows], ValidationY = ValidationY[rows] };

    public IEnumerable<RidgeRows> Simpler() =>
    [
        .. Simplify.Without(Y.Length, least: 5).Take(3).Select(kept =>
            this with { Rows = [.. kept.Select(i => Rows[i])], Y = [.. kept.Select(i => Y[i])] }),
        .. Simplify.Without(Strengths.Length, least: 1).Select(kept => this with { Strengths = [.. kept.Select(i => Strengths[i])] }),
    ];

    public override string ToString() =>
        $"rows = {Written.Of(Rows, 20)}, y = {Written.Of(Y)}, validationRows = {Written.Of(ValidationRows, 20)}, "
        + $"validationY = {Written.Of(ValidationY)}, strengths = {Written.Of(Strengths)}";

    private static double Around(Random random, double size) => (random.Next(2) == 0 ? -1 : 1) * size * (0.3 + random.NextDouble());

    private static double Gaussian(Random random) => Normal.Quantile(0.001 + 0.998 * random.NextDouble());

    private static double Written3(double number) => double.Parse(Written.Of(number), System.Globalization.CultureInfo.InvariantCulture);
}
