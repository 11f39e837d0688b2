using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics;

/// <summary>A net that was trained to be looked at.</summary>
/// <param name="Name">What it is an example of.</param>
/// <param name="Made">How it was made so.</param>
/// <param name="History">Losses and gradient norms.</param>
/// <param name="Offender">The first tensor that was not finite; null where all were.</param>
/// <param name="Layers">Names of its layers, the first nearest to the features.</param>
internal sealed record WatchedNet(string Name, string Made, TrainingHistory History, string? Offender, IReadOnlyList<string> Layers)
{
    /// <summary>Whether its training ended in numbers that are none.</summary>
    public bool HasDiverged => History.Status == TrainingStatus.Diverged;

    /// <summary>‖∂L/∂W‖ of the first layer before the first step; null where it was not finite.</summary>
    public double? FirstAtStart => AtStart(Layers[0]);

    /// <summary>That of the last.</summary>
    public double? LastAtStart => AtStart(Layers[^1]);

    /// <summary>The first layer's norm over the last's, before the first step.</summary>
    public double? FirstRatio => FirstAtStart / LastAtStart;

    /// <summary>The same on average over the last quarter of the steps; null where the training ended early.</summary>
    public double? FinalRatio => History.Status == TrainingStatus.Completed ? AtEnd(Layers[0]) / AtEnd(Layers[^1]) : null;

    /// <summary>The longest gradient of all layers over the shortest, before the first step.</summary>
    public double? SpreadAtStart => Layers.Max(AtStart) / Layers.Min(AtStart);

    /// <summary>‖∂L/∂W‖ of a layer, step by step.</summary>
    public IReadOnlyList<double> Norms(string layer) => History.Curve($"gradient_norm.{layer}.weight").Values;

    private double? AtStart(string layer) => Norms(layer) is [var norm, ..] && double.IsFinite(norm) ? norm : null;

    private double AtEnd(string layer) => Norms(layer).TakeLast(Math.Max(1, Norms(layer).Count / 4)).Average();
}
