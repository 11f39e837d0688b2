using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Optimisation;

/// <summary>What one step of a preparation was worth: the same model on the same folds with the step and without it.</summary>
/// <param name="Id">In measurements: <c>indicators</c>.</param>
/// <param name="Step">What was done: <c>a 0/1 feature where a value is missing</c>.</param>
/// <param name="Otherwise">What was compared with: <c>filled alone</c>.</param>
/// <param name="With">Mean ROC area with the step.</param>
/// <param name="Without">Mean ROC area without it.</param>
/// <param name="Gain">With less without, paired by fold.</param>
/// <param name="Warning">Why a higher score without the step is no reason to do without it; null where it is one.</param>
internal sealed record StepWorth(
    string Id, string Step, string Otherwise, double With, double Without, Interval Gain, string? Warning = null)
{
    /// <summary>Folds that both were scored on.</summary>
    public int Folds { get; init; }

    /// <summary>Rows of those folds.</summary>
    public int Rows { get; init; }
}
