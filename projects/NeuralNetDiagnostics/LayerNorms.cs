using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>Three nets of the same depth and the length of their gradients, layer by layer: healthy, vanishing, exploding.</summary>
/// <param name="Nets">Each with its history.</param>
internal sealed record LayerNorms(IReadOnlyList<WatchedNet> Nets)
{
    public const int Depth = 6, Units = 32;

    private const double Farthest = 1e6; // a net that explodes would squeeze the others' axis to a line

    /// <summary>Least and largest norm worth drawing, for one axis for all three.</summary>
    public (double Low, double High)? Range
    {
        get
        {
            double[] norms = [.. Nets.SelectMany(net => net.Layers.SelectMany(layer => net.Norms(layer)))
                .Where(norm => norm > 0 && norm < Farthest)];
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
