using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>Three nets of the same depth and the length of their gradients, layer by layer: healthy, vanishing, exploding.</summary>
/// <param name="Nets">Each with its history.</param>
internal sealed record LayerNorms(IReadOnlyList<WatchedNet> Nets)
{
    public const int Depth = 6, Units = 32;

    /// <summary>
    /// Least and largest norm of the nets that came to an end, for one axis for all of them. One that diverged has an axis of its
    /// own: on theirs it would leave the picture at once, and theirs would be a line on its.
    /// </summary>
    public (double Low, double High)? Range
    {
        get
        {
            double[] norms = [.. Nets.Where(net => !net.HasDiverged)
                .SelectMany(net => net.Layers.SelectMany(layer => net.Norms(layer)))
                .Where(norm => norm > 0 && double.IsFinite(norm))];
            return norms.Length == 0 ? null : (norms.Min(), norms.Max());
        }
    }

    public static LayerNorms Train(PreparedBatches<ClassTarget> data, double rate, int epochs, int seed, CancellationToken cancellation)
    {
        var healthy = new NetRecipe([.. Enumerable.Repeat(Units, Depth)], rate, epochs) { Rule = RuleKind.Sgd };
        return new LayerNorms(
        [
            Watch("healthy", "ReLU, He initialisation", healthy),
            Watch("vanishing", "sigmoid, Xavier initialisation",
                healthy with { Activation = Activation.Sigmoid, Initialisation = Initialisation.Xavier }),
            Watch("exploding", "ReLU, initial weights too large", healthy with { Initialisation = Initialisation.TooLarge }),
        ]);

        WatchedNet Watch(string name, string made, NetRecipe recipe)
        {
            using Perceptron net = recipe.Net(data, seed);
            var guard = NonFiniteGuard.For(net);
            TrainingHistory history =
                recipe.Train(data, net, name, seed, observers: [new GradientNormRecorder(), guard], cancellation: cancellation);
            return new WatchedNet(name, made, history, guard.Offender, net.Layers.Select(layer => layer.Name).ToArray());
        }
    }
}
