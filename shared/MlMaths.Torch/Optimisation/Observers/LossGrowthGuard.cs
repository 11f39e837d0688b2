namespace MlMaths.Torch.Optimisation;

/// <summary>Ends a training as diverged once its loss is more than so many times what it was at the start.</summary>
/// <param name="factor">Factor, at least 1.</param>
public sealed class LossGrowthGuard(double factor) : ITrainingObserver
{
    // Rounding may lift a loss that stands still; growth is more than that.
    private const double Rounding = 1e-9;

    private readonly double _factor = Finite.Positive(factor);
    private double? _first;

    /// <inheritdoc/>
    public bool WantsToStop { get; private set; }

    /// <inheritdoc/>
    public TrainingStatus StopsAs => TrainingStatus.Diverged;

    /// <inheritdoc/>
    public void OnStart(TrainingState state) => (_first, WantsToStop) = (null, false);

    /// <inheritdoc/>
    public void OnGradients(TrainingState state) =>
        WantsToStop = state.BatchLoss > _factor * (_first ??= state.BatchLoss) * (1 + Rounding);
}
