using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>One of each figure, with names that mean harm where a user's names go.</summary>
internal static class Examples
{
    public const string Hostile = "</text><script>alert('x')</script> & \"q\" ]]> \u0001\uFFFF 年 λ";

    private static readonly bool[] Labels = [true, true, false, true, false, true, false, false, false, false];
    private static readonly double[] Scores = [0.97, 0.9, 0.85, 0.7, 0.6, 0.55, 0.3, 0.2, 0.2, 0.05];
    private static readonly Interval Some = new(0.8, 0.6, 0.9, 0.95, "bootstrap");

    public static IReadOnlyList<Figure> All()
    {
        ThresholdCounts counts = ThresholdCounts.From(Labels, Scores);
        var chosen = new OperatingPoint(0.55, counts.At(0.55));
        PenaltyPoint[] path = [new(10, 0.5, 0.6, [0.1, -0.1]), new(1, 0.2, 0.3, [1, -0.4]), new(0.1, 0.1, 0.4, [2, 0.3])];
        return
        [
            RocFigure.Draw(RocCurve.From(counts), Some, chosen),
            PrecisionRecallFigure.Draw(PrecisionRecallCurve.From(counts), Some, chosen),
            CostCurveFigure.Draw(CostCurve.From(counts, new ErrorCosts(5, 1)), Hostile),
            ReliabilityFigure.Draw(ReliabilityDiagram.EqualWidth(Labels, Scores), Some),
            ConfusionMatrixFigure.Draw(chosen.Counts, Hostile, "benign"),
            ScoreHistogramFigure.Draw(Labels, Scores, 0.55, Hostile, "benign"),
            IntervalFigure.Draw("weights", "weight",
                [
                    new(Hostile, Some), new("b", new(-0.2, -0.5, 0.1, 0.95, "x")),
                    new("c", Interval.Undefined("no rows")),
                ]),
            PenaltyLossFigure.Draw(path, 1),
            PenaltyWeightsFigure.Draw(path, [Hostile, "b"], 1),
            DecisionBoundaryFigure.Draw(
                "boundary", ProbabilityField.Of((x, y) => x > y ? 0.9 : 0.2, -1, 1, -1, 1), [0.5, -0.5], [0.1, 0.4],
                [true, false], wrong: 0, Hostile),
            GradientCheckFigure.Draw([new(Hostile, 0, 1e-11), new("bias", 1e-16, 3e-11)], 1e-9),
            TrainingCurves(),
            Lesson(),
            .. StructureExamples.All(),
            .. NetExamples.All(),
            .. GraphExamples.All(),
            .. EvaluationExamples.All(),
        ];
    }

    public static Figure Lesson() => LessonFigure.Draw(new("lesson", Hostile, new("x", 0, 4), new(Hostile, 0, 3))
    {
        Lines = [new([0, 4], [0, 3], LessonInk.Muted, IsDashed: true), new([0, 1, 2], [3, 1, 2])],
        Points = [new([1, 2], [1, 2], LessonInk.Warm), new([3], [1], LessonInk.Cool)],
        Arrows = [new((0, 0), (3, 2))],
        Words = [new(Hostile, 2, 2, LessonInk.Cool)],
    });

    public static Figure TrainingCurves() => TrainingCurvesFigure.Draw("loss", "loss (nats)",
    [
        new(Hostile, [0, 1, 2, 3], [0.7, 0.5, 0.4, 0.3]),
        new("too large", [0, 1, 2, 3], [0.7, 40, 1e9, double.PositiveInfinity]),
        new("never read", [0], [double.NaN]),
    ]);

    public static Figure EightLongCurves()
    {
        var random = new Random(1);
        int[] steps = [.. Enumerable.Range(0, 2_000)];
        return TrainingCurvesFigure.Draw("long", "loss",
            [.. Enumerable.Range(1, 8).Select(k => new TrainingCurve($"run {k}", steps,
                [.. steps.Select(step => Math.Exp(-step / (100.0 * k)) * (0.5 + random.NextDouble()))]))]);
    }
}
