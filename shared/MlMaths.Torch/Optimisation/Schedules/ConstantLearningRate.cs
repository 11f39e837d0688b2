namespace MlMaths.Torch.Optimisation;

/// <summary>
/// <code>f(t) = 1</code>
/// Near the optimum, steps drawn from batches then dance around it at a distance that η decides.
/// </summary>
public sealed record ConstantLearningRate : ILearningRateSchedule
{
    /// <inheritdoc/>
    public double Factor(int t, int steps) => 1;
}
