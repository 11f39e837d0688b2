using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>One of each figure of components and clusters, over three groups of rows, with names that mean harm.</summary>
internal static class StructureExamples
{
    public const string Long = "sixty characters that a column's name may have, and no less!";

    private static readonly int[] Counts = [1, 2, 3, 4, 5, 6];

    private static readonly double[] Ratios = [0.36, 0.19, 0.11, 0.07, 0.066, 0.05, 0.042, 0.027, 0.022, 0.019, 0.017, 0.013, 0.008];
    private static readonly string[] Names = [Examples.Hostile, Long, "c"];

    public static IReadOnlyList<Figure> All()
    {
        (double[] x, double[] y, int[] groups) = Rows(178);
        BiplotArrow[] arrows = [.. Enumerable.Range(0, 13)
            .Select(i => new BiplotArrow(i == 0 ? Examples.Hostile : i == 1 ? Long : $"column {i}",
                0.4 * Math.Cos(0.2 * i), 0.4 * Math.Sin(0.2 * i)))];
        return
        [
            ScreeFigure.Draw(Ratios, BrokenStick(13), [.. Enumerable.Range(0, 13).Select(i => 0.11 - 0.005 * i)], 3),
            CumulativeShareFigure.Draw(Ratios, [0.8, 0.9, 0.95], 3),
            ReconstructionFigure.Draw(
                [0, .. Counts], [1, 0.64, 0.45, 0.34, 0.27, 0.2, 0.15], [1.02, 0.67, 0.49, 0.38, 0.31, 0.24, 0.19], 3),
            BiplotFigure.Draw(x, y, groups, Names, arrows, 0.36, 0.19),
            LoadingsFigure.Draw("PC1", Loadings()),
            ClusterMapFigure.Draw(x, y, groups, Names, 0.36, 0.19),
            SilhouetteFigure.Draw([.. x.Select((at, row) => 0.3 + 0.4 * Math.Sin(at + row))], groups, 0.29, Names),
            CountCurveFigure.Draw(
                "gap", Counts, [0.1, 0.3, 0.9, 0.8, null, 0.6], [0, 0.2, 0.8, 0.7, null, 0.5],
                [0.2, 0.4, 1, 0.9, null, 0.7], null, 3, "gap (nats)"),
            CountCurveFigure.Draw(
                "stability", Counts, [null, 0.9, 0.95, 0.6, 0.5, 0.5], null, null, [null, 0.6, 0.5, 0.45, 0.4, 0.4], 3,
                "adjusted Rand index"),
            GroupScatterFigure.Draw(x, y, groups, Names, Examples.Hostile, Long, "batch-before"),
            SharesFigure.Draw("share of PC1 (squared loading)", "raw", "standardised",
                [new(Examples.Hostile, 0.998, 0.08), new(Long, 0.001, 0.14), new("c", 0, 0.12)]),
            SpreadByDimensionFigure.Draw(
                [1, 2, 5, 10, 100, 1_000],
                [new(Examples.Hostile, [60, 20, 6, 3, 0.6, 0.2]), new(Long, [null, 1, 1, 1, 1, 0.9])], "contrast"),
            DigitGridFigure.Draw(
                [.. Enumerable.Range(0, 8)
                    .Select(i => new CaptionedImage(Ring(8), i == 0 ? Examples.Hostile : $"{i}: 0.9{i}"))],
                4, "neighbours"),
        ];
    }

    /// <summary>Three round groups, in the order 0, 1, 2, 0, …</summary>
    public static (double[] X, double[] Y, int[] Groups) Rows(int count, int groups = 3)
    {
        var random = new Random(1);
        int[] group = [.. Enumerable.Range(0, count).Select(row => row % groups)];
        double[] x = [.. group.Select(g => 3 * Math.Cos(2 * Math.PI * g / groups) + Noise())];
        double[] y = [.. group.Select(g => 3 * Math.Sin(2 * Math.PI * g / groups) + Noise())];
        return (x, y, group);

        double Noise() => random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5;
    }

    public static double[] BrokenStick(int parts) =>
        [.. Enumerable.Range(1, parts).Select(k => Enumerable.Range(k, parts - k + 1).Sum(i => 1.0 / i) / parts)];

    public static double[,] Ring(int size)
    {
        double[,] pixels = new double[size, size];
        double middle = (size - 1) / 2.0;
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < size; column++)
            {
                pixels[row, column] = Math.Max(0, 1 - Math.Abs(
                    Math.Sqrt(Math.Pow(row - middle, 2) + Math.Pow(column - middle, 2)) - size * 0.3) / size * 6);
            }
        }
        return pixels;
    }

    private static NamedLoading[] Loadings() =>
    [
        .. Enumerable.Range(0, 24).Select(i => new NamedLoading(i == 0 ? Examples.Hostile : i == 1 ? Long : $"column {i}",
            new Interval(0.45 - 0.04 * i, 0.4 - 0.04 * i, 0.5 - 0.04 * i, 0.95, "bootstrap"), Math.Abs(i - 11) < 3 ? 0.7 : 0.996)),
        new("not defined", Interval.Undefined("constant"), null),
    ];
}
