using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// What the hidden units answer to the same probe rows, epoch after epoch: mean and deviation of each layer, and the units
/// that are dead. A dead unit answers every row alike: a ReLU that is never switched on, a sigmoid that is always saturated.
/// Nothing is learnt from it, and no slope comes back through it.
/// </summary>
/// <param name="model">The net.</param>
/// <param name="probe">X [n, features], always the same rows; 100 to 500 are enough.</param>
public sealed class ActivationStatistics(Perceptron model, Tensor probe) : ITrainingObserver
{
    private bool[][] _dead = [];

    /// <summary>For each hidden layer, for each of its units, whether it was dead at the last look.</summary>
    public IReadOnlyList<IReadOnlyList<bool>> Dead => _dead;

    /// <inheritdoc/>
    public void OnStart(TrainingState state) => Look(state);

    /// <inheritdoc/>
    public void OnEpoch(TrainingState state) => Look(state);

    private void Look(TrainingState state)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
        {
            IReadOnlyList<Tensor> hidden = model.HiddenActivations(probe);
            if (hidden.Count == 0)
                return;
            // Each layer is [mean, deviation, range of unit 1, range of unit 2, …]; all of them leave the device together.
            Tensor readings = torch.cat([.. hidden.Select(a => torch.cat([torch.stack([a.mean(), a.std()]), a.amax([0L]) - a.amin([0L])]))]);
            ReadOnlySpan<double> numbers = readings.to(torch.ScalarType.Float64, torch.CPU).data<double>().ToArray();
            _dead = new bool[hidden.Count][];
            for (int l = 0; l < hidden.Count; l++)
            {
                int units = model.Widths[l + 1];
                Record(state, l, numbers[..(units + 2)]);
                numbers = numbers[(units + 2)..];
            }
        }
    }

    private void Record(TrainingState state, int l, ReadOnlySpan<double> layer)
    {
        _dead[l] = Array.ConvertAll(layer[2..].ToArray(), range => range == 0);
        state.Record($"activation_mean.layer{l + 1}", layer[0]);
        state.Record($"activation_deviation.layer{l + 1}", layer[1]);
        state.Record($"dead_units.layer{l + 1}", _dead[l].Count(dead => dead));
    }
}
