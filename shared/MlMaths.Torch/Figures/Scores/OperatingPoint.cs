using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Figures;

/// <summary>The threshold that was chosen, and what it does to the rows of a curve.</summary>
/// <param name="Threshold">A score of at least this is called positive.</param>
/// <param name="Counts">The calls against the labels.</param>
public sealed record OperatingPoint(double Threshold, ConfusionMatrix Counts)
{
    internal string Label => $"threshold {NumberText.Brief(Threshold)}";
}
