namespace MlMaths.Torch.Optimisation;

/// <summary>One training of a comparison of settings.</summary>
/// <param name="Setting">What it is called: <c>128 rows</c>, <c>cosine</c>.</param>
/// <param name="Seed">Decides initial weights and the order of the rows: the same for every setting.</param>
/// <param name="History">What came of it.</param>
public sealed record SettingTrial(string Setting, int Seed, TrainingHistory History)
{
    /// <summary>
    /// The validation loss after the last epoch: the lowest on the way may be an accident. Null where the training diverged or had no
    /// validation rows.
    /// </summary>
    public double? Loss { get; } = History.Status == TrainingStatus.Diverged ? null
        : History.Curve("loss", "validation").Values is [.., var last] && double.IsFinite(last) ? last : null;
}

/// <summary>The same training with several settings, of whatever kind, and several seeds.</summary>
/// <param name="Trials">Setting by setting, and within a setting seed by seed.</param>
public sealed record SettingSweep(IReadOnlyList<SettingTrial> Trials)
{
    /// <summary>Runs every setting with every seed, one per core at a time.</summary>
    /// <param name="settings">By name, each once.</param>
    /// <param name="seeds">At least one; a spread needs three.</param>
    /// <param name="train">One training from its beginning, with nothing shared.</param>
    /// <param name="cancellation">Ends the sweep.</param>
    public static SettingSweep Run(
        IReadOnlyList<string> settings, IReadOnlyList<int> seeds, Func<string, int, TrainingHistory> train,
        CancellationToken cancellation = default) =>
        new(SeededTrials.Run(
            settings, seeds, (setting, seed) => new SettingTrial(setting, seed, train(setting, seed)), sideBySide: null, cancellation));
}
