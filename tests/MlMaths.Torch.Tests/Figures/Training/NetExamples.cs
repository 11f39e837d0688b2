using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Figures;

/// <summary>One of each figure of trainings, sweeps and searches; histories are written down, not trained.</summary>
internal static class NetExamples
{
    public static readonly LearningRateRangeTest Range = RangeTest();

    public static IReadOnlyList<Figure> All() =>
    [
        LearningRateSweepFigure.Draw("sweep", Sweep(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1), 0.01, "training"),
        LearningRateSweepFigure.Draw("sweep-validation", Sweep(0.001, 0.01, 1), null, "validation"),
        LearningRateOutcomeFigure.Draw("outcome", Sweep(0.001, 0.01, 0.1, 1), Range, 0.01),
        RangeTestFigure.Draw("range", Range, 0.003),
        LayerNormsFigure.Draw("norms", "healthy", Norms(500, step => 1), Layers(7), (1e-4, 10)),
        LayerNormsFigure.Draw(
            "norms-exploding", "exploding",
            Norms(2, step => Math.Pow(1e6, step + 1)) with { Status = TrainingStatus.Diverged }, Layers(7), (1e-4, 10)),
        FitCurvesFigure.Draw(
            "fit", "overfitted net",
            Losses(80, epoch => Math.Exp(-0.1 * epoch), epoch => 0.5 + 0.001 * (epoch - 20) * (epoch - 20) / 4), null),
        CourseFigure.Draw("course", CourseFigureTests.Picture(Examples.Hostile)),
        SourceCurvesFigure.Draw("sources",
            [
                ("autograd", Losses(30, Falling, Falling)), ("by hand, with tensors", Losses(30, Falling, Falling)),
                (Examples.Hostile, Losses(30, Falling, Falling)),
            ]),
        SourceSpeedFigure.Draw("speed", [("autograd", 171), ("by hand, with tensors", 88), ("by hand, in SIMD", 36.8)]),
        StrengthFigure.Draw(
            "strength", "penalty λ",
            [new(0, [0.01, 0.02], [0.07, 0.08]), new(1e-5, [0.02], [0.06]), new(0.1, [], []), new(1, [2], [3])], 1e-5),
        SearchFigure.Draw("search", [.. Enumerable.Range(0, 40).Select(Candidate)]),
        ActivationsFigure.Draw("dead", Dead(2, step => step), [128, 64]),
        MistakesFigure.Draw("mistakes", 8, [.. Enumerable.Range(0, 7).Select(i => (
            StructureExamples.Ring(8).Cast<double>().ToArray(), $"{i}", i == 0 ? Examples.Hostile : $"{i + 1}", 0.98))],
            5),
    ];

    public static LearningRateSweep Sweep(params double[] rates) =>
        new([.. from rate in rates from seed in new[] { 1, 2, 3 } select new LearningRateTrial(rate, seed, Trial(rate, seed))]);

    public static TrainingHistory Losses(int epochs, Func<int, double> training, Func<int, double> validation) => new(
        "net", TrainingStatus.Completed, 10 * epochs,
        [.. Enumerable.Range(1, epochs).SelectMany(epoch => new[]
        {
            Row(10 * epoch, epoch, "training", "loss", training(epoch)), Row(10 * epoch, epoch, "training", "epoch_loss", training(epoch)),
            Row(10 * epoch, epoch, "validation", "loss", validation(epoch)),
        })]);

    public static TrainingHistory Norms(int steps, Func<int, double> grows) => new(
        "net", TrainingStatus.Completed, steps,
        [.. from step in Enumerable.Range(0, steps) from layer in Enumerable.Range(1, 7) select Row(
            step, step / 34.0, "training", $"gradient_norm.layer{layer}.weight",
            grows(step) * Math.Pow(3, layer - 7) * (1 + 0.3 * Math.Sin(step * layer)))]);

    public static string[] Layers(int count) => [.. Enumerable.Range(1, count).Select(layer => $"layer{layer}")];

    private static TrainingHistory Trial(double rate, int seed) => rate >= 1
        ? new("trial", TrainingStatus.Diverged, seed, [Row(0, 0, "training", "loss", 2.3)])
        : Losses(15, epoch => (0.001 + Math.Exp(-40 * rate * epoch)) * (1 + 0.1 * seed),
            epoch => 0.05 + Math.Exp(-40 * rate * epoch) + 0.01 * seed);

    private static LearningRateRangeTest RangeTest()
    {
        double[] rates = [.. Enumerable.Range(0, 100).Select(i => 1e-5 * Math.Pow(1e6, i / 99.0))];
        double[] losses = [.. rates.Select(
            (rate, i) => 0.5 + 2 / (1 + Math.Pow(rate / 0.002, 2)) + (rate > 1 ? rate : 0) + 0.2 * Math.Sin(i))];
        return LearningRateRangeTest.From(rates, losses);
    }

    private static SearchCurve Candidate(int index)
    {
        int rungs = index % 27 == 0 ? 4 : index % 9 == 0 ? 3 : index % 3 == 0 ? 2 : 1;
        int[] epochs = [.. Enumerable.Range(0, rungs).Select(rung => 2 * (int)Math.Pow(3, rung))];
        return new SearchCurve(
            $"candidate {index}", epochs,
            [.. epochs.Select(count => index == 5 ? double.NaN : (0.3 + index % 7) / count)], index == 27);
    }

    public static TrainingHistory Dead(int layers, Func<int, int> units) => new(
        "net", TrainingStatus.Completed, 100,
        [.. from step in Enumerable.Range(0, 11)
            from layer in Enumerable.Range(1, layers)
            select Row(10 * step, step, "training", $"dead_units.layer{layer}", layer * units(step))]);

    private static double Falling(int epoch) => Math.Exp(-0.1 * epoch);

    private static HistoryRow Row(int step, double epoch, string split, string quantity, double value) =>
        new("net", step, epoch, split, quantity, value);
}
