namespace MlMaths.Torch.Optimisation;

/// <summary>Remembers every place that θ came by, the start first, as numbers; for few parameters and few steps.</summary>
public sealed class VisitedPointsRecorder : ITrainingObserver
{
    private readonly List<double[]> _points = [];

    /// <summary>θ₀, θ₁, … [p] each.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Points => _points;

    /// <inheritdoc/>
    public void OnStart(TrainingState state)
    {
        _points.Clear();
        _points.Add(state.Parameters.ToArray());
    }

    /// <inheritdoc/>
    public void OnStep(TrainingState state) => _points.Add(state.Parameters.ToArray());
}
