using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Records ‖∇L‖ = √Σⱼ(∂L/∂θⱼ)² at every step, whole and for each parameter, and stops once the whole is small enough.
/// The gradient leaves the device in one piece; the norms are sums over its slices.
/// </summary>
/// <param name="tolerance">Stop when ‖∇L‖ is at most this; 0 never stops.</param>
public sealed class GradientNorm(double tolerance = 0) : ITrainingObserver
{
    private double _norm = double.PositiveInfinity;

    /// <inheritdoc/>
    public bool WantsToStop => _norm <= tolerance;

    /// <inheritdoc/>
    public void OnGradients(TrainingState state)
    {
        ReadOnlySpan<double> gradient = state.Parameters.GradientToArray();
        double sum = 0;
        foreach (ParameterSlice slice in state.Parameters.Slices)
        {
            double squares = SumOfSquares(gradient.Slice(slice.Offset, slice.Length));
            state.Record($"gradient_norm.{slice.Name}", Math.Sqrt(squares));
            sum += squares;
        }

        _norm = Math.Sqrt(sum);
        state.Record("gradient_norm", _norm);
    }

    private static double SumOfSquares(ReadOnlySpan<double> numbers)
    {
        double sum = 0;
        foreach (double number in numbers)
            sum += number * number;
        return sum;
    }
}
