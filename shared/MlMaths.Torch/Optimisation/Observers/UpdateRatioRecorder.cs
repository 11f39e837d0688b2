namespace MlMaths.Torch.Optimisation;

/// <summary>
/// How far a step moves each parameter, measured by the parameter itself:
///
/// <code>‖θₜ₊₁ − θₜ‖ / ‖θₜ‖        near 10⁻³ in a net that trains well; 10⁻⁵ hardly moves, 10⁻¹ is thrown about</code>
///
/// A parameter that is zero has no such ratio, and nothing is recorded. Source: CS231n course notes, "Ratio of weights : updates".
/// </summary>
/// <param name="every">Look at one step of so many; it costs a copy of θ.</param>
public sealed class UpdateRatioRecorder(int every = 20) : ITrainingObserver
{
    private Tensor? _before;
    private string[] _quantities = [];

    /// <inheritdoc/>
    public void OnStart(TrainingState state) =>
        _quantities = [.. state.Parameters.Slices.Select(slice => $"update_ratio.{slice.Name}")];

    /// <inheritdoc/>
    public void OnGradients(TrainingState state) => _before = state.Step % every == 0 ? state.Parameters.Values.clone() : null;

    /// <inheritdoc/>
    public void OnStep(TrainingState state)
    {
        if (_before is null)
            return;
        SliceNorms θ = SliceNorms.Of(_before, state.Parameters.Slices);
        SliceNorms Δ = SliceNorms.Of(state.Parameters.Values - _before, state.Parameters.Slices);
        for (int s = 0; s < _quantities.Length; s++)
        {
            if (θ.Each[s] > 0)
                state.Record(_quantities[s], Δ.Each[s] / θ.Each[s]);
        }
    }
}
