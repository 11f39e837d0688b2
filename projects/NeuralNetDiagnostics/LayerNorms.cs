using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>Three nets of the same depth and the length of their gradients, layer by layer: healthy, vanishing, exploding.</summary>
/// <param name="Nets">Each with its history.</param>
internal sealed record LayerNorms(IReadOnlyList<WatchedNet> Nets)
{
    private const int Depth = 6, Units = 32;

    public static LayerNorms Of(PreparedClasses data, double rate, int epochs, int seed, CancellationToken cancellation)
    {
        var healthy = new NetRecipe([.. Enumerable.Repeat(Units, Depth)], rate, epochs) { Rule = RuleKind.Sgd };
        return new LayerNorms(
        [
            Watch("healthy", "ReLU, He initialisation", healthy),
            Watch("vanishing", "sigmoid, Xavier initialisation", healthy with { Activation = Activation.Sigmoid, Initialisation = Initialisation.Xavier }),
            Watch("exploding", "ReLU, initial weights too large", healthy with { Initialisation = Initialisation.TooLarge }),
        ]);

        WatchedNet Watch(string name, string made, NetRecipe recipe)
        {
            using Perceptron net = recipe.Net(data, seed);
            var guard = NonFiniteGuard.For(net);
            TrainingHistory history = recipe.Train(data, net, name, seed, observers: [new GradientNorm(), guard], cancellation: cancellation);
            return new WatchedNet(name, made, history, guard.Offender, net.Layers.Select(layer => layer.Name).ToArray());
        }
    }
}

/// <summary>A net that was trained to be looked at.</summary>
/// <param name="Name">What it is an example of.</param>
/// <param name="Made">How it was made so.</param>
/// <param name="History">Losses and gradient norms.</param>
/// <param name="Offender">The first tensor that was not finite; null where all were.</param>
/// <param name="Layers">Names of its layers, the first nearest to the features.</param>
internal sealed record WatchedNet(string Name, string Made, TrainingHistory History, string? Offender, IReadOnlyList<string> Layers);
