namespace MlMaths.Torch.NeuralNetDiagnostics.Studies;

/// <summary>What is changed, and nothing else.</summary>
internal enum StudyKind
{
    /// <summary>Rows of a training step.</summary>
    Batch,

    /// <summary>Units of the hidden layer.</summary>
    Width,

    /// <summary>How the learning rate changes from step to step.</summary>
    Schedule,
}
