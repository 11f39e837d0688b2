using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Figures;

/// <summary>One of several reliability diagrams in a figure.</summary>
/// <param name="Name">What stands at its end.</param>
/// <param name="Diagram">Its bins; empty ones are left out.</param>
public sealed record NamedReliability(string Name, ReliabilityDiagram Diagram);
