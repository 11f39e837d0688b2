namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Multiplies η with γ once the validation loss has not fallen below its best for <paramref name="patience"/> epochs.
/// Where there are no validation rows, it looks at the training loss.
/// </summary>
/// <param name="patience">Epochs without progress that are borne; the next one reduces η.</param>
/// <param name="γ">Above 0, below 1.</param>
/// <param name="progress">Share of the best loss that a new best must be below it by.</param>
public sealed class ReduceOnPlateau(int patience = 10, double γ = 0.1, double progress = 1e-4) : ITrainingObserver, IResumable
{
    private readonly double _γ = Finite.Positive(γ), _progress = Finite.NotNegative(progress);
    private double _best = double.PositiveInfinity;
    private double _factor = 1;
    private int _withoutProgress;

    /// <inheritdoc/>
    public void OnGradients(TrainingState state) => state.LearningRate = state.BaseRate * _factor;

    /// <inheritdoc/>
    public void OnEpoch(TrainingState state)
    {
        double loss = state.ValidationLoss ?? state.EpochLoss!.Value;
        // A share of |best|, so that a negative loss has to fall as well. Nothing is below a loss of −∞, and NaN below
        // nothing.
        bool better = double.IsFinite(loss) && (double.IsPositiveInfinity(_best)
            || loss < _best - _progress * Math.Abs(_best));
        _best = better ? loss : _best;
        _withoutProgress = better ? 0 : _withoutProgress + 1;
        if (_withoutProgress > patience)
            (_factor, _withoutProgress) = (_factor * _γ, 0);
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        writer.Write(_best);
        writer.Write(_factor);
        writer.Write(_withoutProgress);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader) =>
        (_best, _factor, _withoutProgress) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadInt32());
}
