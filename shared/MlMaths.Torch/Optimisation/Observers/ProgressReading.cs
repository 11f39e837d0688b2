namespace MlMaths.Torch.Optimisation;

/// <summary>How far a training is.</summary>
/// <param name="Step">Updates made.</param>
/// <param name="Steps">Updates that were asked for.</param>
/// <param name="Epoch">Whole passes made.</param>
/// <param name="Loss">The last batch's loss.</param>
/// <param name="ValidationLoss">That of the last whole epoch; null where there is none.</param>
/// <param name="StepsPerSecond">Over the whole training so far.</param>
/// <param name="Left">Time to the last step at that speed.</param>
public sealed record ProgressReading(
    int Step, int Steps, int Epoch, double Loss, double? ValidationLoss, double StepsPerSecond, TimeSpan Left);
