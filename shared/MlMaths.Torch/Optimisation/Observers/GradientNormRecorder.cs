namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Records ‖∇L‖ = √Σⱼ(∂L/∂θⱼ)² at every step, whole and for each parameter, and stops once the whole is small enough.
/// A gradient that is clipped is recorded as it was before.
/// </summary>
/// <param name="tolerance">Stop when ‖∇L‖ is at most this; 0 never stops.</param>
public sealed class GradientNormRecorder(double tolerance = 0) : ITrainingObserver
{
    private readonly double _tolerance = Finite.NotNegative(tolerance);
    private double _norm = double.PositiveInfinity;
    private string[] _quantities = [];

    /// <inheritdoc/>
    public bool WantsToStop => _tolerance > 0 && _norm <= _tolerance;

    /// <inheritdoc/>
    public void OnStart(TrainingState state) =>
        _quantities = [.. state.Parameters.Slices.Select(slice => $"gradient_norm.{slice.Name}")];

    /// <inheritdoc/>
    public void OnGradients(TrainingState state)
    {
        SliceNorms norms = state.GradientNorms;
        for (int s = 0; s < norms.Each.Length; s++)
            state.Record(_quantities[s], norms.Each[s]);
        state.Record("gradient_norm", _norm = norms.Whole);
    }
}
