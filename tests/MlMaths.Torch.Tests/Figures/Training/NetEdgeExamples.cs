using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>What seldom happens to the figures of trainings: one of what is usually many, none, all diverged, far too many.</summary>
internal static class NetEdgeExamples
{
    private static readonly LearningRateRangeTest Nothing = new([], [], []);
    private static readonly TrainingHistory Never = new("net", TrainingStatus.Diverged, 0, []);

    public static IReadOnlyList<Figure> All() => [.. Rates(), .. Trainings(), .. Choices(), .. Calls(), .. Latencies()];

    private static IEnumerable<Figure> Rates() =>
    [
        LearningRateSweepFigure.Draw("sweep-one-seed", OneSeed(NetExamples.Sweep(0.001, 0.01)), 0.01, "training"),
        LearningRateSweepFigure.Draw("sweep-one-rate", NetExamples.Sweep(0.01), 0.01, "validation"),
        LearningRateSweepFigure.Draw("sweep-none", NetExamples.Sweep(1, 2, 3), null, "training"),
        LearningRateSweepFigure.Draw("sweep-some-seeds", SomeSeedsDiverged(), 0.001, "validation"),
        LearningRateOutcomeFigure.Draw("outcome-none", NetExamples.Sweep(1, 2), Nothing, null),
        LearningRateOutcomeFigure.Draw("outcome-some-seeds", SomeSeedsDiverged(), NetExamples.Range, 0.001),
        LearningRateOutcomeFigure.Draw("outcome-many", NetExamples.Sweep(0.001, 0.003, 0.01, 1, 3, 10, 30), NetExamples.Range, 0.01),
        RangeTestFigure.Draw("range-far-sweep", NetExamples.Range, 300),
        RangeTestFigure.Draw("range-none", Nothing, 0.1),
        RangeTestFigure.Draw("range-three-steps", LearningRateRangeTest.From([0.1, 1, 10], [2.3, 2.2, 9]), null),
    ];

    private static IEnumerable<Figure> Trainings() =>
    [
        LayerNormsFigure.Draw("norms-one-step", "exploding", Diverged(NetExamples.Norms(1, _ => 1e30)), NetExamples.Layers(7), (1e-4, 10)),
        LayerNormsFigure.Draw(
            "norms-own-range", "exploding", Diverged(NetExamples.Norms(3, step => Math.Pow(1e10, step + 1))),
            NetExamples.Layers(7), null),
        LayerNormsFigure.Draw(
            "norms-infinite", "exploding",
            Diverged(NetExamples.Norms(2, step => step == 0 ? 1e4 : double.PositiveInfinity)),
            NetExamples.Layers(7), (1e-4, 2e4)),
        LayerNormsFigure.Draw("norms-none", "broken", Never, NetExamples.Layers(2), null),
        LayerNormsFigure.Draw("norms-zero", "dead", NetExamples.Norms(40, _ => 0), NetExamples.Layers(7), (1e-4, 10)),
        FitCurvesFigure.Draw("fit-none", "net", Never, null),
        FitCurvesFigure.Draw("fit-one-epoch", "net", NetExamples.Losses(1, _ => 2, _ => 3), null),
        FitCurvesFigure.Draw("fit-last-is-best", "cured net", NetExamples.Losses(9, epoch => 2.0 / epoch, epoch => 1.9 / epoch), (1e-3, 3)),
        FitCurvesFigure.Draw("fit-no-gap", "net", NetExamples.Losses(9, epoch => 2.0 / epoch, epoch => 2.0 / epoch), null),
        FitCurvesFigure.Draw(
            "fit-hostile", Examples.Hostile + StructureExamples.Long,
            NetExamples.Losses(9, epoch => 2.0 / epoch, _ => 2), (1, 3)),
        SourceCurvesFigure.Draw("sources-none", [("autograd", Never)]),
        SourceCurvesFigure.Draw("sources-one-step",
            [("autograd", NetExamples.Losses(1, _ => 2, _ => 2)), ("by hand", NetExamples.Losses(1, _ => 2, _ => 2))]),
        SourceSpeedFigure.Draw("speed-none", []),
        SourceSpeedFigure.Draw("speed-hostile", [(StructureExamples.Long, 12_345_678), (Examples.Hostile, 0.012), ("by hand", 12_345_679)]),
        ActivationsFigure.Draw("dead-none", Never, [4]),
        ActivationsFigure.Draw("dead-zero", NetExamples.Dead(8, _ => 0), [.. Enumerable.Repeat(16, 8)]),
    ];

    private static IEnumerable<Figure> Choices() =>
    [
        StrengthFigure.Draw("strength-only-none", "dropout p", [new(0, [0.1, 0.2], [0.3])], 0),
        StrengthFigure.Draw("strength-one", "penalty λ", [new(0.01, [0.1], [0.3])], null),
        StrengthFigure.Draw("strength-diverged", "penalty λ", [new(0.01, [], []), new(0, [], [])], 0.01),
        StrengthFigure.Draw("strength-crowded", Examples.Hostile, [.. Enumerable.Range(0, 30)
            .Select(i => new StrengthPoint(0.01 * i, [0.1 + 0.01 * i, 0.2], [0.5, 0.4 + 0.001 * i]))], 0.29),
        SearchFigure.Draw("search-nothing", []),
        SearchFigure.Draw("search-none", [new("rate 9", [2], [double.NaN], false)]),
        SearchFigure.Draw("search-one", [new(
            $"{Examples.Hostile}, {StructureExamples.Long}, {StructureExamples.Long}, rate 0.01", [2, 6], [0.5, 0.3],
            true)]),
        SearchFigure.Draw("search-many", [.. Enumerable.Range(0, 300)
            .Select(i => new SearchCurve($"{i}", [1, 3, 9], [1 + i, 0.9 + i, 0.3 + 0.01 * i], i == 0))]),
    ];

    private static IEnumerable<Figure> Calls() =>
    [
        ConfusionMatrixFigure.Draw(["a", "b"], [[1_234_567, 0], [0, 0]], "confusion-two"),
        ConfusionMatrixFigure.Draw(
            [.. Enumerable.Range(0, 10).Select(i => i == 3 ? Examples.Hostile : $"class {i}")], Counts(10),
            "confusion-ten"),
        ConfusionMatrixFigure.Draw([.. Enumerable.Range(0, 30).Select(i => $"{i}")], Counts(30), "confusion-thirty"),
        ConfusionMatrixFigure.Draw(
            [.. Enumerable.Range(0, 100).Select(i => i == 90 ? Examples.Hostile : $"class {i}")], Counts(100),
            "confusion-hundred"),
        MistakesFigure.Draw("mistakes-none", 8, [], 6),
        MistakesFigure.Draw("mistakes-one", 8, [(new double[64], Examples.Hostile, StructureExamples.Long, 1)], 6),
        MistakesFigure.Draw(
            "mistakes-many", 28,
            [.. Enumerable.Range(0, 12).Select(i => (Ring(28), $"{i % 10}", $"{(i + 3) % 10}", 0.99 - 0.05 * i))], 6),
    ];

    private static IEnumerable<Figure> Latencies() =>
    [
        LatencyHistogramFigure.Draw(LatencyFigureTests.Sample("plain C#", 1, 70), "latency-few"),
        LatencyHistogramFigure.Draw(LatencyFigureTests.Sample("TorchSharp module", 26, 2_000), "latency-many"),
        LatencyEcdfFigure.Draw(
            [
                LatencyFigureTests.Sample(Examples.Hostile, 15, 400), LatencyFigureTests.Sample("plain C#", 14, 400),
                LatencyFigureTests.Sample("plain C#", 15, 400),
            ],
            "ecdf-near"),
        LatencyEcdfFigure.Draw(
            [.. Enumerable.Range(0, 6).Select(i => LatencyFigureTests.Sample($"server {i}", Math.Pow(3, i), 500))],
            "ecdf-six"),
        LatencyEcdfFigure.Draw(
            [LatencySample.Of([.. new[] { 1.0, 4, 16 }.Select(centre => LatencyFigureTests.Sample("plain C#", centre, 400))])],
            "ecdf-slowing"),
    ];

    private static LearningRateSweep OneSeed(LearningRateSweep sweep) => new([.. sweep.Trials.Where(trial => trial.Seed == 1)]);

    /// <summary>Of the rate 0.01, one seed diverged after five of fifteen epochs and one after none.</summary>
    private static LearningRateSweep SomeSeedsDiverged() =>
        new([.. NetExamples.Sweep(0.001, 0.01, 0.1).Trials.Select(trial => (trial.LearningRate, trial.Seed) switch
        {
            (0.01, 2) => trial with
            {
                History = NetExamples.Losses(5, epoch => epoch, epoch => epoch) with { Status = TrainingStatus.Diverged },
            },
            (0.1, 3) => trial with { History = Never },
            _ => trial,
        })]);

    private static TrainingHistory Diverged(TrainingHistory history) => history with { Status = TrainingStatus.Diverged };

    /// <summary>Every class with every other, the more the nearer; the last classes are mistaken most.</summary>
    public static long[][] Counts(int classes) =>
        [.. Enumerable.Range(0, classes).Select(label => Enumerable.Range(0, classes)
            .Select(call => label == call ? 3_000L : (label + 1) * 20 / (1 + Math.Abs(label - call)))
            .ToArray())];

    private static double[] Ring(int size) => [.. StructureExamples.Ring(size).Cast<double>().Select(ink => 16 * ink)];
}
