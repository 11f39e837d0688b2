using System.Runtime.InteropServices;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Optimisation;

/// <summary>
/// What the hidden units answer to the same probe rows, at the end of epochs: mean and deviation of each layer, and the units
/// that are dead. A dead unit answers every row alike: a ReLU that is never switched on, a sigmoid that is always saturated.
/// Nothing is learnt from it, and no slope comes back through it.
/// </summary>
/// <param name="model">The net.</param>
/// <param name="probe">X [n, features], always the same rows; 100 to 500 are enough.</param>
/// <param name="minSteps">Steps from one look to the next, at least: a look costs about as much as a step. The last
/// epoch is always looked at.</param>
public sealed class ActivationRecorder(Perceptron model, Tensor probe, int minSteps = 100) : ITrainingObserver, IResumable
{
    private readonly Tensor _probe = Finite.Checked(probe);
    private int _lookedAt;
    private bool[][] _dead = [];

    /// <summary>For each hidden layer, for each of its units, whether it was dead at the last look.</summary>
    public IReadOnlyList<IReadOnlyList<bool>> Dead => _dead;

    /// <inheritdoc/>
    public void OnStart(TrainingState state) => Look(state);

    /// <inheritdoc/>
    public void OnEpoch(TrainingState state)
    {
        if (state.Step - _lookedAt >= minSteps || state.Epoch == state.Epochs)
            Look(state);
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        writer.Write(_lookedAt);
        writer.Write(_dead.Length);
        foreach (bool[] layer in _dead)
        {
            writer.Write(layer.Length);
            foreach (bool isDead in layer)
                writer.Write(isDead);
        }
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        _lookedAt = reader.ReadInt32();
        int layers = reader.ReadCount(bytesEach: sizeof(int));
        if (layers != 0 && layers != model.Layers.Count - 1)
            throw new InvalidDataException($"{layers} hidden layers were looked at, and there are {model.Layers.Count - 1}.");
        _dead = new bool[layers][];
        for (int l = 0; l < layers; l++)
        {
            _dead[l] = new bool[reader.ReadCount(bytesEach: 1)];
            if (_dead[l].Length != model.Widths[l + 1])
                throw new InvalidDataException($"Layer {l + 1} had {_dead[l].Length} units, and has {model.Widths[l + 1]}.");
            for (int unit = 0; unit < _dead[l].Length; unit++)
                _dead[l][unit] = reader.ReadBoolean();
        }
    }

    private void Look(TrainingState state)
    {
        _lookedAt = state.Step;
        if (model.Layers.Count == 1)
            return;
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
        {
            // The units of all layers side by side [n, units], so that they leave the device together.
            Tensor all = torch.cat([.. model.HiddenActivations(_probe)], 1);
            Span<double> a = MemoryMarshal.Cast<byte, double>(all.to(torch.ScalarType.Float64, torch.CPU).bytes);
            int units = (int)all.size(1), first = 0;
            _dead = new bool[model.Layers.Count - 1][];
            for (int l = 0; l < _dead.Length; l++)
            {
                Record(state, l, a, units, first);
                first += model.Widths[l + 1];
            }
        }
    }

    private void Record(TrainingState state, int l, ReadOnlySpan<double> a, int units, int first)
    {
        int width = model.Widths[l + 1];
        bool[] dead = new bool[width];
        Array.Fill(dead, true);
        double sum = 0, squares = 0;
        for (int row = 0; row < a.Length; row += units)
        {
            for (int unit = 0; unit < width; unit++)
            {
                double answer = a[row + first + unit];
                dead[unit] &= answer == a[first + unit]; // as the first row's
                sum += answer;
                squares += answer * answer;
            }
        }

        double count = (double)(a.Length / units) * width, mean = sum / count;
        _dead[l] = dead;
        state.Record($"activation_mean.layer{l + 1}", mean);
        state.Record($"activation_deviation.layer{l + 1}", Math.Sqrt(Math.Max(0, squares / count - mean * mean)));
        state.Record($"dead_units.layer{l + 1}", dead.Count(isDead => isDead));
    }
}
