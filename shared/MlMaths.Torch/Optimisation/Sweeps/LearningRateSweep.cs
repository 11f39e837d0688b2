namespace MlMaths.Torch.Optimisation;

/// <summary>One training of a sweep.</summary>
/// <param name="LearningRate">η.</param>
/// <param name="Seed">Decides initial weights and the order of the rows: the same for every rate.</param>
/// <param name="History">What came of it.</param>
public sealed record LearningRateTrial(double LearningRate, int Seed, TrainingHistory History)
{
    /// <summary>
    /// What the trial is judged by: the least validation loss of an epoch, or the last epoch's training loss where there are no
    /// validation rows; null where it diverged.
    /// </summary>
    public double? Loss
    {
        get
        {
            if (History.Status == TrainingStatus.Diverged)
                return null;
            IReadOnlyList<double> validation = History.Curve("loss", "validation").Values;
            IReadOnlyList<double> judged = validation.Count > 0 ? [validation.Min()] : History.Curve("epoch_loss").Values;
            return judged is [.., double loss] && double.IsFinite(loss) ? loss : null;
        }
    }
}

/// <summary>
/// The same training with several rates and several seeds. Trials share nothing, so they run side by side, one libtorch thread
/// each, and give the same numbers as one after another.
/// </summary>
/// <param name="Trials">Rate by rate, and within a rate seed by seed.</param>
public sealed record LearningRateSweep(IReadOnlyList<LearningRateTrial> Trials)
{
    /// <summary>Seven rates, half a power of ten apart.</summary>
    public static IReadOnlyList<double> DefaultRates { get; } = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1];

    /// <summary>The rates, in the order in which they were tried.</summary>
    public IReadOnlyList<double> LearningRates => [.. Trials.Select(trial => trial.LearningRate).Distinct()];

    /// <summary>Runs every rate with every seed.</summary>
    /// <param name="learningRates">η, each above 0.</param>
    /// <param name="seeds">At least one.</param>
    /// <param name="train">
    /// One training from its beginning, with nothing shared: it makes its model, batches and rule from the rate and the seed,
    /// and disposes them.
    /// </param>
    /// <param name="sideBySide">Trials at once; by default one per core. 1 is one after another.</param>
    /// <param name="cancellation">Ends the sweep.</param>
    public static LearningRateSweep Run(
        IReadOnlyList<double> learningRates, IReadOnlyList<int> seeds, Func<double, int, TrainingHistory> train,
        int? sideBySide = null, CancellationToken cancellation = default) =>
        new(SeededTrials.Run(Finite.Checked(learningRates), seeds, (rate, seed) => new LearningRateTrial(rate, seed, train(rate,
            seed)), sideBySide, cancellation));
}
