namespace MlMaths.Torch.Optimisation;

/// <summary>
/// Ends a training whose validation loss has not reached a new best for <paramref name="patience"/> epochs, and puts the weights of
/// the best epoch back, however the training ended. A loss that is not a finite number is never the best.
/// </summary>
/// <param name="patience">Epochs without a new best that are borne, from 0.</param>
/// <param name="least">How far below the best a new best must be, in the unit of the loss.</param>
public sealed class EarlyStopping(int patience = 10, double least = 0) : ITrainingObserver, IResumable
{
    private readonly double _least = Finite.NotNegative(least);
    private double[] _bestValues = [];
    private int _withoutBest;

    /// <summary>The least validation loss; null while no epoch has ended with a finite one.</summary>
    public double? BestLoss { get; private set; }

    /// <summary>The epoch that had it.</summary>
    public int BestEpoch { get; private set; }

    /// <inheritdoc/>
    public bool WantsToStop => _withoutBest > patience;

    /// <inheritdoc/>
    public void OnEpoch(TrainingState state)
    {
        double loss = state.ValidationLoss ?? throw new InvalidOperationException("Early stopping needs a validation pass.");
        if (!double.IsFinite(loss) || (BestLoss is { } best && !(loss < best - _least)))
        {
            _withoutBest++;
            return;
        }

        (BestLoss, BestEpoch, _withoutBest) = (loss, state.Epoch, 0);
        _bestValues = state.Parameters.ToArray();
    }

    /// <inheritdoc/>
    public void OnEnd(TrainingState state)
    {
        if (BestLoss is not null && _bestValues.Length != state.Parameters.Count)
            throw TrainingCheckpoint.Unfit();
        if (BestLoss is not null)
            state.Parameters.Set(_bestValues);
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        writer.Write(BestLoss ?? double.NaN);
        writer.Write(BestEpoch);
        writer.Write(_withoutBest);
        BinaryNumbers.Write(writer, _bestValues);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        double loss = reader.ReadDouble();
        (BestLoss, BestEpoch, _withoutBest) = (double.IsNaN(loss) ? null : loss, reader.ReadInt32(), reader.ReadInt32());
        _bestValues = reader.ReadDoubles();
    }
}
