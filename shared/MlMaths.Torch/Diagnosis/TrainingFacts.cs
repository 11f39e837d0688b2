using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Diagnosis;

/// <summary>A training, and what must be known to judge it.</summary>
/// <param name="History">The losses; and gradient norms and activations, where observers recorded them.</param>
/// <param name="ChanceLoss">The loss of a guess without features: ln C for C classes that are equally frequent, −Σ p ln
/// p else. Above 0.</param>
public sealed record TrainingFacts(TrainingHistory History, double ChanceLoss)
{
    /// <summary>Units of each hidden layer, the first nearest to the features; empty where nobody counts the dead.</summary>
    public IReadOnlyList<int> HiddenWidths { get; init; } = [];

    /// <summary>True where early stopping put the weights of the best epoch back: what came after it is forgotten.</summary>
    public bool BestKept { get; init; }

    /// <summary>The least validation loss that any training on these rows reached; null where there was no other.</summary>
    public double? LowestKnownLoss { get; init; }

    /// <summary>Training loss of each whole epoch that ended in finite numbers.</summary>
    internal IReadOnlyList<double> TrainingLosses { get; } = Finite(History.ComparableLoss);

    /// <summary>Validation loss after each of them.</summary>
    internal IReadOnlyList<double> ValidationLosses { get; } = Finite(History.Curve("loss", "validation"));

    private static double[] Finite(TrainingCurve curve) => [.. curve.Values.TakeWhile(double.IsFinite)];
}
