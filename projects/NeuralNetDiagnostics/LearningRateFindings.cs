using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>Which learning rate, asked twice: by a sweep over rates and seeds, and by a range test of a few hundred steps.</summary>
/// <param name="Sweep">Every rate with every seed, by the recipe's rule.</param>
/// <param name="Reading">A sentence for each rate, and which to take.</param>
/// <param name="RangeTest">Loss against a rate that grows with every step.</param>
/// <param name="Kind">Where the sweep's gradients came from.</param>
internal sealed record LearningRateFindings(
    LearningRateSweep Sweep, LearningRateSweepReading Reading, LearningRateRangeTest RangeTest, GradientKind Kind)
{
    /// <summary>A factor within which two rates count as the same answer.</summary>
    public const double Near = 2;

    private const int RangeSteps = 200;

    /// <summary>How many times the range test's answer is the sweep's, at least 1; null where one has none.</summary>
    public double? Factor => Reading.Recommended is { } sweep && RangeTest.Valley is { } valley
        ? Math.Max(sweep / valley, valley / sweep)
        : null;

    public static LearningRateFindings Train(
        PreparedBatches<ClassTarget> data, NetRecipe recipe, IReadOnlyList<double> rates, IReadOnlyList<int> seeds, Action advance,
        CancellationToken cancellation)
    {
        var sweep = LearningRateSweep.Run(rates, seeds, Trial, cancellation: cancellation);
        using Perceptron net = recipe.Net(data, seeds[0]);
        IGradientSource source = recipe.SourceFor(net);
        using var batches = new Batches(data.Training.X.alias(), data.Training.y.alias(), recipe.BatchRows, seeds[0]);
        IUpdateRule rule = recipe.NewRule();
        using var owned = rule as IDisposable;
        return new LearningRateFindings(
            sweep, LearningRateSweepReading.Of(sweep), LearningRateRangeTest.Run(source, rule, batches, RangeSteps),
            recipe.KindFor(net));

        TrainingHistory Trial(double rate, int seed)
        {
            using Perceptron trial = recipe.Net(data, seed);
            TrainingHistory history = (recipe with { LearningRate = rate }).Train(
                data, trial, FormattableString.Invariant($"rate {rate}, seed {seed}"), seed,
                cancellation: cancellation);
            advance();
            return history;
        }
    }
}
