using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.NeuralNetDiagnostics.Studies;

/// <summary>One of the settings of a study.</summary>
/// <param name="Name">As a sentence calls it: <c>128 rows</c>.</param>
/// <param name="Id">In measurements: lower case and digits.</param>
/// <param name="Recipe">The net and its training.</param>
internal sealed record StudySetting(string Name, string Id, NetRecipe Recipe)
{
    private const int Units = 64, Rows = 32;
    private const double LearningRate = 0.003, HighRate = 0.01;

    /// <summary>How the learning rate changes; null where it does not.</summary>
    public ILearningRateSchedule? Schedule { get; init; }

    /// <summary>
    /// All settings of a kind. With batches 16 times as large an epoch has a sixteenth of the steps, so that the largest batch is tried
    /// with 4 times the learning rate as well: √16, as is usual for Adam.
    /// </summary>
    public static IReadOnlyList<StudySetting> Of(StudyKind kind, int epochs)
    {
        NetRecipe recipe = new([Units], LearningRate, epochs) { BatchRows = Rows };
        return kind switch
        {
            StudyKind.Batch =>
            [
                Batch(8, recipe), Batch(Rows, recipe), Batch(128, recipe), Batch(512, recipe),
                new("512 rows at 4 × the rate", "512_rate4", recipe with { BatchRows = 512, LearningRate = 4 * LearningRate }),
            ],
            StudyKind.Width => [Width(8, recipe), Width(32, recipe), Width(128, recipe), Width(512, recipe)],
            _ => [.. Schedules(recipe), .. Schedules(recipe with { LearningRate = HighRate })],
        };
    }

    /// <summary>The setting that the others are compared with, chosen beforehand: the usual one, or the largest net.</summary>
    public static string ReferenceOf(StudyKind kind) => kind switch
    {
        StudyKind.Batch => "32 rows",
        StudyKind.Width => "512 units",
        _ => FormattableString.Invariant($"constant at {LearningRate}"),
    };

    // A schedule spends most of its steps below its highest learning rate, and may want a higher one than a constant rate bears.
    private static IEnumerable<StudySetting> Schedules(NetRecipe recipe)
    {
        string rate = FormattableString.Invariant($"{recipe.LearningRate}"), id = recipe.LearningRate == LearningRate ? "low" : "high";
        yield return new($"constant at {rate}", $"constant_{id}", recipe);
        yield return new($"cosine decay from {rate}", $"cosine_{id}", recipe) { Schedule = new CosineDecay() };
        yield return new($"one cycle up to {rate}", $"one_cycle_{id}", recipe) { Schedule = new OneCycle() };
    }

    private static StudySetting Batch(int rows, NetRecipe recipe) =>
        new(FormattableString.Invariant($"{rows} rows"), FormattableString.Invariant($"{rows}"), recipe with { BatchRows = rows });

    private static StudySetting Width(int units, NetRecipe recipe) =>
        new(FormattableString.Invariant($"{units} units"), FormattableString.Invariant($"{units}"), recipe with { Hidden = [units] });
}
