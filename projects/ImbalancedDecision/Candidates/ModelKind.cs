namespace MlMaths.Torch.ImbalancedDecision.Candidates;

/// <summary>What kind of model.</summary>
internal enum ModelKind
{
    Logistic,
    Perceptron,
}
