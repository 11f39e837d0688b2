using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// The largest stable rate of a small net, at two places. Near a minimum the loss is a quadratic to within the kick, and
/// the theory of <see cref="StableLearningRate"/> speaks. At the initial weights it is not: the slope is not zero, some directions
/// curve down, and the curvature changes with every step that is made.
/// </summary>
/// <param name="Initial">At the initial weights, without a kick.</param>
/// <param name="EdgeShare">
/// λmax over 2/η where a descent from the first weights has come to, with η nine tenths of the largest rate that held there. Near
/// 1 it has settled at the edge of stability: it went on until the ground was as sharp as its rate bears (Cohen et al., 2021,
/// ICLR). Null where no rate held, or the curvature did not converge.
/// </param>
/// <param name="Trained">At the trained place, after a small kick.</param>
/// <param name="GradientNorm">‖∇L‖ at the trained place, before the kick: how near it is to a minimum.</param>
/// <param name="TrainingSteps">Updates that led there.</param>
public sealed record PerceptronStability(
    StabilityTrial Initial, double? EdgeShare, StabilityTrial Trained, double GradientNorm, int TrainingSteps)
{
    private const int Rows = 40, MaxTrainingSteps = 3000;
    private const double Noise = 0.25, Penalty = 0.01, NearEnough = 1e-5, KickSize = 1e-4, TrainingRate = 0.3,
        MinTrainingRate = 0.005, StillNear = 1e-3, BelowEdge = 0.9;

    private static readonly Activation[] Smooth = [Activation.Tanh, Activation.Gelu, Activation.Sigmoid];

    /// <summary>
    /// A net whose size, bend, weights and rows the seed decides: one or two hidden layers of 3 to 8 units with a smooth bend,
    /// on two moons of 40 rows, with an L2 penalty of 0.01.
    /// </summary>
    /// <param name="seed">Seed of everything.</param>
    /// <param name="steps">Steps of each descent that tries a rate.</param>
    /// <param name="cancellation">Ends it before the next step.</param>
    public static PerceptronStability TrainAll(int seed, int steps = 300, CancellationToken cancellation = default)
    {
        var size = Seeds.Generator(seed, DrawnFor.Worlds);
        int[] widths = seed % 2 == 0 ? [2, size.Next(3, 9), 2] : [2, size.Next(3, 9), size.Next(3, 9), 2];
        Activation activation = Smooth[seed % Smooth.Length];
        using var net = new Perceptron(widths, seed, activation, Initialisation.Xavier, type: torch.ScalarType.Float64);
        using Batches rows = Moons(seed);
        var source = new Backpropagation(net, Penalty);
        var hessian = new HessianVectorProduct(net.Parameters, batch => SoftmaxLoss.Value(net, batch.X, batch.y, Penalty, training: false));
        string name = $"net {string.Join("-", widths)}, {activation.ToString().ToLowerInvariant()}, seed {seed}";

        StabilityTrial initial = StabilityTrial.Search(
            name, source, hessian, rows, steps, new double[net.Parameters.Count], cancellation: cancellation);
        double[] first = net.Parameters.ToArray();
        double? edge = ShareAtEdge(source, hessian, rows, BelowEdge * initial.Observed.Stayed, steps, cancellation);
        TrainingHistory history = Train(source, rows, first, cancellation);
        return new PerceptronStability(
            initial, edge,
            StabilityTrial.Search(
                name, source, hessian, rows, steps, StabilityTrial.Kick(net.Parameters.Count, seed, KickSize),
                cancellation: cancellation),
            history.Curve("gradient_norm").Values[^1], history.Steps);
    }

    // A rate that is too large for this net ends far from a minimum; then from the start again with a quarter of it.
    private static TrainingHistory Train(Backpropagation source, Batches rows, double[] first, CancellationToken cancellation)
    {
        for (double rate = TrainingRate; ; rate /= 4)
        {
            source.Parameters.Set(first);
            using var rule = new Momentum();
            TrainingHistory history = new Trainer(
                new TrainingOptions { LearningRate = rate, Epochs = MaxTrainingSteps }, rule,
                new GradientNormRecorder(NearEnough))
                .Fit(source, rows, cancellation: cancellation);
            if (rate <= MinTrainingRate || history.Curve("gradient_norm").Values is [.., <= StillNear])
                return history;
        }
    }

    private static double? ShareAtEdge(
        IGradientSource source, HessianVectorProduct hessian, Batches rows, double rate, int steps, CancellationToken cancellation)
    {
        if (rate == 0) return null;
        new Trainer(new TrainingOptions { LearningRate = rate, Epochs = steps }, new GradientDescent())
            .Fit(source, rows, cancellation: cancellation);
        LargestCurvature curvature = LargestCurvature.Search(hessian, rows.Whole);
        return curvature.Converged ? curvature.Value * rate / 2 : null;
    }

    private static Batches Moons(int seed)
    {
        Dataset moons = TwoMoons.Draw(Rows, Noise, seed);
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = TensorCopy.Of(moons.Features.ToArray(), [Rows, 2]);
        Tensor y = TensorCopy.Of([.. moons.Labels.Select(label => label == "upper" ? 1L : 0L)]);
        return new Batches(X, y, Rows, seed);
    }
}
