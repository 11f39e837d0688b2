using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>Figures of splits, folds and comparisons, with names that mean harm where a user's names go.</summary>
internal static class EvaluationExamples
{
    private static readonly Interval Some = new(0.8, 0.6, 0.9, 0.95, "bootstrap");

    public static IEnumerable<Figure> All() =>
    [
        SplitLuckFigure.Draw(
            Examples.Hostile, [0.7, 0.8, 0.8, 0.9], [new(Examples.Hostile, Some), new("first split, Wilson", Some)],
            "luck"),
        FoldGainsFigure.Draw(
            Examples.Hostile, [0.01, -0.02, 0.03, 0.01],
            [new(Examples.Hostile, new(0.01, -0.01, 0.03, 0.95, "t")), new("b", Interval.Undefined("no folds"))], 0.01),
        ScatterBySizeFigure.Draw(
            [25, 50, 100], [new(Examples.Hostile, [0.1, 0.07, 0.05])], [new("law", [0.1, 0.07, 0.05])],
            Examples.Hostile),
        LearningCurveFigure.Draw(
            [25, 50, 100],
            [new(Examples.Hostile, [0.7, 0.8, 0.9], [0.6, 0.7, 0.85], [0.8, 0.9, 0.95], [1, 0.98, 0.95])],
            Examples.Hostile),
    ];
}
