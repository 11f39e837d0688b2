using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Lessons;

/// <summary>What the lessons of exercises 1 to 6 draw.</summary>
internal static class FirstDrawings
{
    public static LessonDrawing Cosine() => new(
        "cosine", "Two arrows from one corner, of different length, with a small angle between them; a third points elsewhere.",
        new("first entry", 0, 5), new("second entry", 0, 4))
    {
        Arrows =
        [
            new((0, 0), (4.4, 2.2), LessonInk.Cool), new((0, 0), (1.8, 1.4), LessonInk.Cool), new((0, 0), (0.6, 3.4), LessonInk.Warm),
        ],
        Words =
        [
            new("x", 4.3, 2.2, LessonInk.Cool), new("y: nearly the same direction, cosine 0.98", 0.9, 1.55, LessonInk.Cool),
            new("z: another direction", 0.6, 3.3, LessonInk.Warm),
        ],
    };

    /// <summary>A drawn cloud, and the direction along which it varies most.</summary>
    public static LessonDrawing Components()
    {
        Random random = Seeds.Generator(2, DrawnFor.Worlds);
        (double, double)[] at = [.. Enumerable.Range(0, 60).Select(_ => (Gaussian(random), 0.35 * Gaussian(random)))
            .Select(one => (0.8 * one.Item1 - 0.6 * one.Item2, 0.6 * one.Item1 + 0.8 * one.Item2))];
        return new(
            "components", "A long cloud of points, with a long arrow along it and a short one across.",
            new("length, centred", -3, 3), new("width, centred", -2.5, 2.5))
        {
            Points = [new([.. at.Select(one => one.Item1)], [.. at.Select(one => one.Item2)], LessonInk.Muted)],
            Arrows = [new((0, 0), (1.9, 1.42), LessonInk.Warm), new((0, 0), (-0.5, 0.67), LessonInk.Cool)],
            Words = [new("PC1: most variance", 1.3, 1.7, LessonInk.Warm), new("PC2", -1.0, 0.8, LessonInk.Cool)],
        };
    }

    // Height by width: n is 4, d is 3, h is 2.
    public static LessonDrawing Shapes() => new(
        "shapes", "Boxes as high as their rows and as wide as their columns. X is as wide as W is high, d, and that size is gone from X W.",
        new("", 0, 10), new("", 0, 6))
    {
        Lines =
        [
            Box(0.6, 1.2, 3, 4, LessonInk.Cool), Box(4.5, 1.7, 2, 3, LessonInk.Cool), Box(7.8, 1.2, 2, 4, LessonInk.Warm),
        ],
        Words =
        [
            new("X  (n, d)", 1.1, 3.2, LessonInk.Cool), new("W  (d, h)", 4.6, 3.2, LessonInk.Cool), new("=", 7, 3.2),
            new("X W  (n, h)", 7.85, 3.2, LessonInk.Warm),
            new("n", 0.2, 3.2, LessonInk.Muted), new("d", 2, 0.75, LessonInk.Muted), new("d", 4.1, 3.2, LessonInk.Muted),
            new("h", 5.4, 1.25, LessonInk.Muted), new("d meets d: the sizes inside agree, and disappear", 0.6, 0.15, LessonInk.Muted),
        ],
    };

    public static LessonDrawing Counts() => new(
        "counts", "Two heaps of points along a line of scores, and a threshold: each point falls into one of four cells.",
        new("score", 0, 1), new("", 0, 3))
    {
        Points =
        [
            new([0.08, 0.15, 0.2, 0.24, 0.31, 0.36, 0.42, 0.55, 0.66], [1, 1, 1, 1, 1, 1, 1, 1, 1], LessonInk.Cool),
            new([0.28, 0.47, 0.62, 0.71, 0.78, 0.9], [2, 2, 2, 2, 2, 2], LessonInk.Warm),
        ],
        Lines = [new([0.5, 0.5], [0.3, 2.8], LessonInk.Text, IsDashed: true)],
        Words =
        [
            new("negative", 0.02, 1.1, LessonInk.Cool), new("positive", 0.02, 2.1, LessonInk.Warm), new("TN", 0.2, 0.5),
                new("FP", 0.7, 0.5),
            new("FN", 0.3, 2.3), new("TP", 0.75, 2.3), new("threshold", 0.5, 2.75, LessonInk.Muted),
        ],
    };

    /// <summary>Accuracy and recall of one drawn model over its threshold.</summary>
    public static LessonDrawing Trap()
    {
        Random random = Seeds.Generator(5, DrawnFor.Sample);
        double[] negative = [.. Enumerable.Range(0, 970).Select(_ => 0.35 + 0.12 * Gaussian(random))];
        double[] positive = [.. Enumerable.Range(0, 30).Select(_ => 0.6 + 0.12 * Gaussian(random))];
        double[] thresholds = [.. Enumerable.Range(0, 101).Select(k => k / 100.0)];
        return new(
            "trap", "Over the threshold, accuracy rises to nearly 1 while recall falls to 0.", new("threshold", 0, 1),
                new("share", 0, 1.05))
        {
            Lines =
            [
                new(thresholds, [.. thresholds.Select(t => (negative.Count(x => x < t) + positive.Count(x => x >= t)) / 1000.0)],
                    LessonInk.Cool),
                new(thresholds, [.. thresholds.Select(t => positive.Count(x => x >= t) / 30.0)], LessonInk.Warm),
            ],
            Words = [new("accuracy", 0.75, 0.9, LessonInk.Cool), new("recall", 0.7, 0.2, LessonInk.Warm)],
        };
    }

    /// <summary>How often 200 tests of 50 rows were right.</summary>
    public static LessonDrawing Wobble()
    {
        Random random = Seeds.Generator(6, DrawnFor.Sample);
        int[] right = [.. Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, 50).Count(_ => random.NextDouble() < 0.85))];
        (double X, double Y)[] at = [.. right.GroupBy(one => one).SelectMany(group => group.Select((_, k) => (group.Key / 50.0, k + 1.0)))];
        return new(
            "wobble", "A heap of 200 dots, one for each split: most lie near the middle, some far from it.",
            new("accuracy of a split", 0.65, 1), new("splits", 0, at.Max(one => one.Y) * 1.15))
        {
            Points = [new([.. at.Select(one => one.X)], [.. at.Select(one => one.Y)], LessonInk.Cool)],
            Words = [new("one model, one table, 200 splits", 0.66, at.Max(one => one.Y) * 1.02)],
        };
    }

    internal static double Gaussian(Random random) => Normal.Quantile(1e-6 + (1 - 2e-6) * random.NextDouble());

    private static LessonLine Box(double x, double y, double width, double height, LessonInk ink) =>
        new([x, x + width, x + width, x, x], [y, y, y + height, y + height, y], ink);
}
