using System.Text.RegularExpressions;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Learn.Lessons;

/// <summary>A lesson without an exercise: a page, one figure, one thing to do.</summary>
/// <param name="Word">As one types it, and as its text is named.</param>
/// <param name="Title">What one says.</param>
/// <param name="Drawing">Its figure, drawn when it is asked for.</param>
internal sealed partial record ShortLesson(string Word, string Title, Func<LessonDrawing> Drawing)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ShortLesson> All { get; } =
    [
        new("vectors", "Vectors", Vectors),
        new("projection", "Projection", Projection),
        new("conditional-probability", "Conditional probability and independence", Conditional),
        new("correlation", "Correlation is not causation", Confounded),
    ];

    /// <summary>The page.</summary>
    public string Text => ExerciseText.Short(Word);

    /// <summary>Where the program of its one thing to do stands among the learner's files: <c>vectors.cs</c>.</summary>
    public string Place => PlaceIn().Match(Text).Groups[1].Value;

    /// <summary>That program, which runs by itself.</summary>
    public string Program => $"#:property PublishAot=false\n\n{ProgramIn().Match(Text.ReplaceLineEndings("\n")).Groups[1].Value}";

    [GeneratedRegex(@"`my-work/([a-z]+\.cs)`")]
    private static partial Regex PlaceIn();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ProgramIn();

    private static LessonDrawing Vectors() => new(
        "vectors",
            "Two arrows a and b, one behind the other, and a third from the beginning of the first to the end of the second: their sum.",
        new("first entry", 0, 5), new("second entry", 0, 4))
    {
        Arrows = [new((0, 0), (3, 1), LessonInk.Cool), new((3, 1), (4, 3), LessonInk.Warm), new((0, 0), (4, 3))],
        Lines = [new([0, 1], [0, 2], LessonInk.Warm, IsDashed: true)],
        Words = [new("a", 1.7, 0.2, LessonInk.Cool), new("b", 3.6, 1.8, LessonInk.Warm), new("a + b", 1.9, 1.9),
            new("b", 0.2, 1.3, LessonInk.Warm)],
    };

    private static LessonDrawing Projection()
    {
        const double share = (3 * 2 + 2 * 0.5) / (2 * 2 + 0.5 * 0.5);
        return new(
            "projection", "An arrow a, a direction d, and the shadow of a on d; a dashed line from the end of a meets d at a right angle.",
            new("first entry", 0, 4.5), new("second entry", 0, 3))
        {
            Arrows =
            [
                new((0, 0), (4.2, 1.05), LessonInk.Muted), new((0, 0), (3, 2), LessonInk.Cool),
                new((0, 0), (2 * share, 0.5 * share), LessonInk.Warm),
            ],
            Lines = [new([3, 2 * share], [2, 0.5 * share], LessonInk.Muted, IsDashed: true)],
            Words =
            [
                new("a", 2.9, 2.1, LessonInk.Cool), new("d", 4.1, 1.05, LessonInk.Muted), new("shadow", 1.5, 0.05, LessonInk.Warm),
                new("rest", 3.15, 1.4, LessonInk.Muted),
            ],
        };
    }

    private static LessonDrawing Conditional() => new(
        "conditional",
            "A square of people: a narrow strip of ill ones, most of them with a positive test, and a wide part of healthy ones, of whom a "
            + "few are positive. The positive healthy ones cover more of the square.",
        new("people: ill, then healthy", 0, 1), new("share of them", 0, 1))
    {
        Lines =
        [
            new([0.06, 0.06], [0, 1]), new([0, 0.06], [0.9, 0.9], LessonInk.Warm), new([0.06, 1], [0.12, 0.12], LessonInk.Cool),
        ],
        Words =
        [
            new("← ill and positive", 0.07, 0.5, LessonInk.Warm), new("healthy and positive", 0.4, 0.02, LessonInk.Cool),
            new("healthy and negative", 0.4, 0.5, LessonInk.Muted),
        ],
    };

    private static LessonDrawing Confounded()
    {
        Random random = Seeds.Generator(3, DrawnFor.Sample);
        LessonPoints Town(double size, LessonInk ink)
        {
            double[] x = [.. Enumerable.Range(0, 25).Select(_ => size + 0.5 * FirstDrawings.Gaussian(random))];
            return new(x, [.. x.Select(_ => size + 0.5 * FirstDrawings.Gaussian(random))], ink);
        }

        return new(
            "confounded", "A cloud that slopes up. In three shades it is three level heaps, each further right and higher than the last.",
            new("staff", -1, 9), new("sales", -1, 9))
        {
            Points = [Town(1.5, LessonInk.Muted), Town(4, LessonInk.Cool), Town(6.5, LessonInk.Warm)],
            Words =
            [
                new("small towns", 3.3, 0.6, LessonInk.Muted), new("middle", 5.2, 3.2, LessonInk.Cool),
                    new("large", 7.4, 7.4, LessonInk.Warm),
            ],
        };
    }
}
