using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Lessons;

/// <summary>What the lessons of exercises 7 to 12 draw.</summary>
internal static class LaterDrawings
{
    private static readonly double[] Steps = [.. Enumerable.Range(0, 45).Select(k => k / 10.0 - 2)];

    public static LessonDrawing Step() => new(
        "step", "A bowl. From a point on its wall one arrow goes a good step down, another jumps to the other side, higher than before.",
        new("w", -2.2, 2.6), new("loss", 0, 6.4))
    {
        Lines = [new(Steps, [.. Steps.Select(w => w * w)], LessonInk.Muted)],
        Points = [new([1.5], [2.25])],
        Arrows = [new((1.5, 2.25), (0.5, 0.25), LessonInk.Cool), new((1.5, 2.25), (-1.9, 3.61), LessonInk.Warm)],
        Words =
        [
            new("here", 1.6, 1.9), new("a good step", -0.45, 1.1, LessonInk.Cool), new("twice too far", -1.7, 3.9, LessonInk.Warm),
        ],
    };

    public static LessonDrawing Norms()
    {
        double[] at = [.. Enumerable.Range(0, 21).Select(k => (double)k)];
        return new(
            "norms", "Three curves on a logarithmic axis: one level with a wobble, one sinking, one rising by the same amount at "
                + "each step.",
            new("step", 0, 20), new("length of the gradient, as a power of ten", -4, 4))
        {
            Lines =
            [
                new(at, [.. at.Select(k => 0.5 - 0.04 * k + 0.15 * Math.Sin(2.1 * k))], LessonInk.Text),
                new(at, [.. at.Select(k => 0.4 - 0.2 * k)], LessonInk.Cool), new(at, [.. at.Select(k => 0.3 + 0.18 * k)], LessonInk.Warm),
            ],
            Words = [new("explodes", 8.3, 2.9, LessonInk.Warm), new("healthy", 14, 0.4), new("vanishes", 14, -3.6, LessonInk.Cool)],
        };
    }

    public static LessonDrawing Tape() => new(
        "tape", "Three entries of a tape, x, x·x and x·x + x. Arrows go back from the last: two shares reach x through the product, "
            + "one directly.",
        new("", 0, 10), new("", 0, 6))
    {
        Points = [new([1.2, 5, 8.6], [1.5, 4, 1.5])],
        Arrows =
        [
            new((8.4, 1.7), (5.3, 3.8), LessonInk.Warm), new((4.6, 3.9), (1.2, 1.9), LessonInk.Warm),
                new((5, 3.7), (1.6, 1.6), LessonInk.Warm),
            new((8.3, 1.4), (1.6, 1.3), LessonInk.Cool),
        ],
        Words =
        [
            new("x", 0.8, 0.7), new("x·x", 4.9, 4.3), new("x·x + x: 1", 8.2, 0.7), new("1", 7, 3, LessonInk.Warm),
                new("x", 2.2, 3.2, LessonInk.Warm),
            new("x", 3.6, 2.2, LessonInk.Warm), new("1", 5, 0.8, LessonInk.Cool),
        ],
    };

    /// <summary>The same loss, (w − 3)², at three rates.</summary>
    public static LessonDrawing Rates()
    {
        double[] at = [.. Enumerable.Range(0, 13).Select(k => (double)k)];
        return new(
            "rates", "Three loss curves: one creeps, one falls fast and stays low, one climbs out of the picture.",
            new("epoch", 0, 12), new("loss", 0, 20))
        {
            Lines = [Curve(0.03, LessonInk.Cool), Curve(0.2, LessonInk.Text), Curve(1.02, LessonInk.Warm)],
            Words = [new("too small", 8, 4.4, LessonInk.Cool), new("good", 2.3, 1.6), new("too large", 2.2, 14.6, LessonInk.Warm)],
        };

        LessonLine Curve(double rate, LessonInk ink) => new(at, [.. at.Select(k => 9 * Math.Pow(1 - 2 * rate, 2 * k))], ink);
    }

    public static LessonDrawing Valley()
    {
        double[] at = [.. Enumerable.Range(0, 61).Select(k => -3 + k / 10.0)];
        return new(
            "valley", "Training loss rises with the strength of the penalty; validation loss falls, then rises. A band above its "
                + "lowest point "
                + "holds several strengths.",
            new("strength, as a power of ten", -3, 3), new("loss", 0, 2.2))
        {
            Lines =
            [
                new(at, [.. at.Select(k => 0.3 + 1.5 / (1 + Math.Exp(1.2 - 1.3 * k)))], LessonInk.Cool),
                new(at, [.. at.Select(k => 0.9 + 0.12 * (k + 0.4) * (k + 0.4))], LessonInk.Warm),
                new([-3, 3], [1.05, 1.05], LessonInk.Muted, IsDashed: true),
            ],
            Words =
            [
                new("validation", -2.9, 1.75, LessonInk.Warm), new("training", -2.9, 0.42, LessonInk.Cool),
                new("one standard error", 1.15, 0.84, LessonInk.Muted), new("take this one", -0.4, 1.5),
            ],
            Points = [new([0.7], [0.9 + 0.12 * 1.21])],
            Arrows = [new((0.4, 1.47), (0.66, 1.11))],
        };
    }

    /// <summary>Twenty equally good settings, tried, and tried again.</summary>
    public static LessonDrawing Curse()
    {
        Random random = Seeds.Generator(12, DrawnFor.Sample);
        double[] first = [.. Enumerable.Range(0, 20).Select(_ => 1 + 0.1 * FirstDrawings.Gaussian(random))];
        double[] again = [.. first.Select(_ => 1 + 0.1 * FirstDrawings.Gaussian(random))];
        int best = Array.IndexOf(first, first.Min());
        return new(
            "curse", "Twenty losses in a row, and the same twenty settings tried again: the lowest of the first row lies higher in "
                + "the second.",
            new("loss", 0.7, 1.3), new("", 0, 3))
        {
            Points =
            [
                Others(first, 2), Others(again, 1),
                new([first[best], again[best]], [2, 1], LessonInk.Warm),
            ],
            Arrows = [new((first[best], 1.93), (again[best], 1.07), LessonInk.Warm)],
            Words = [new("the search", 1.15, 2.1), new("trained again", 1.15, 1.1), new("the winner", first[best], 2.15, LessonInk.Warm)],
        };

        LessonPoints Others(double[] losses, double up) =>
            new([.. losses.Where((_, k) => k != best)], [.. Enumerable.Repeat(up, losses.Length - 1)], LessonInk.Muted);
    }
}
