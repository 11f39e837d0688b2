namespace MlMaths.Torch.Optimisation;

/// <summary>
/// One training of a regularisation sweep. Both losses are read at the same epoch: that of the least validation loss, whose
/// weights early stopping puts back. A training without early stopping ends with later weights, and is judged kindly here.
/// </summary>
/// <param name="Strength">Strength of the regularisation: λ, or the share that is dropped; 0 is none.</param>
/// <param name="Seed">Decides initial weights and the order of the rows: the same for every strength.</param>
/// <param name="History">What came of it.</param>
public sealed record StrengthTrial(double Strength, int Seed, TrainingHistory History)
{
    private readonly (double? Training, double? Validation) _losses = At(History);

    /// <summary>
    /// The training loss of that epoch, measured as the validation loss is where a <see cref="TrainingLossRecorder"/> watched, and as
    /// trained on otherwise. Without validation rows, that of the last epoch. Null where the training diverged.
    /// </summary>
    public double? TrainingLoss => _losses.Training;

    /// <summary>The least validation loss of an epoch; null where the training diverged or had no validation rows.</summary>
    public double? ValidationLoss => _losses.Validation;

    private static (double? Training, double? Validation) At(TrainingHistory history)
    {
        IReadOnlyList<double> training = history.ComparableLoss.Values, validation = history.Curve("loss", "validation").Values;
        if (history.Status == TrainingStatus.Diverged || training.Count == 0)
            return (null, null);
        if (validation.Count == 0)
            return (Finite(training[^1]), null);
        int best = Enumerable.Range(0, validation.Count).Where(epoch => double.IsFinite(validation[epoch]))
            .DefaultIfEmpty(-1)
            .MinBy(epoch => epoch < 0 ? 0 : validation[epoch]);
        return best < 0 ? (null, null) : (Finite(training[best]), validation[best]);
    }

    private static double? Finite(double loss) => double.IsFinite(loss) ? loss : null;
}

/// <summary>
/// The same training with several strengths of a regularisation and several seeds: side by side, with the numbers of one after
/// another.
/// </summary>
/// <param name="Trials">Strength by strength, and within a strength seed by seed.</param>
public sealed record StrengthSweep(IReadOnlyList<StrengthTrial> Trials)
{
    /// <summary>The strengths, in the order in which they were tried.</summary>
    public IReadOnlyList<double> Strengths => [.. Trials.Select(trial => trial.Strength).Distinct()];

    /// <summary>Runs every strength with every seed.</summary>
    /// <param name="strengths">Strengths, including 0, which is no regularisation and what the others are compared with.</param>
    /// <param name="seeds">At least one; a spread needs three.</param>
    /// <param name="train">One training from its beginning, with nothing shared: it makes its model, batches and rule,
    /// and disposes them.</param>
    /// <param name="sideBySide">Trials at once; by default one per core. 1 is one after another.</param>
    /// <param name="cancellation">Ends the sweep.</param>
    public static StrengthSweep Run(
        IReadOnlyList<double> strengths, IReadOnlyList<int> seeds, Func<double, int, TrainingHistory> train,
        int? sideBySide = null, CancellationToken cancellation = default) =>
        new(SeededTrials.Run(Finite.Checked(strengths), seeds, (strength, seed) => new StrengthTrial(strength, seed,
            train(strength, seed)), sideBySide, cancellation));
}
