using MlMaths.Torch.Cli;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>What may be asked of the evaluation pack.</summary>
/// <param name="Models">Two or more, compared in pairs; the first two are the pair that the page is about.</param>
/// <param name="Metric">By which they are compared.</param>
/// <param name="Rope">A difference no larger would change no decision.</param>
/// <param name="Threshold">A probability of at least this is called positive.</param>
/// <param name="Test">Fraction of the rows that judge once; as many choose.</param>
/// <param name="Folds">Of each cross-validation.</param>
/// <param name="Repeats">How often rows are folded again.</param>
/// <param name="Group">Column that says which rows belong together; null for none.</param>
/// <param name="Time">Column that says when a row was known; null for none.</param>
/// <param name="Quick">Fewer repeats, splits and resamples.</param>
internal sealed record EvaluationOptions(
    IReadOnlyList<string> Models, BinaryMetric Metric, double Rope, double Threshold, double Test, int Folds,
    int Repeats, string? Group, string? Time, bool Quick)
{
    private const int MaxFolds = 50, MaxRepeats = 200;

    private static readonly ProjectOption<string?> ModelsOption = ProjectOption.Text(
        "--models", "NAME,NAME", $"{string.Join(",", Recipes.All.Select(recipe => recipe.Name))}",
        "Models to compare, two or more; the first two make the headline.");

    private static readonly ProjectOption<string?> MetricOption = ProjectOption.Text(
        "--metric", "NAME", "roc_auc", $"The metric to compare models by: {MetricWords.Names}.");

    private static readonly ProjectOption<double?> RopeOption = ProjectOption.OptionalNumber(
        "--rope", "0.01", "A difference up to this size would change no decision: the region of practical equivalence.",
        example: 0.01, from: 0, to: 10);

    private static readonly ProjectOption<double?> ThresholdOption = ProjectOption.OptionalNumber(
        "--threshold", "0.5", "A probability of at least this is flagged positive.", example: 0.5, from: 0, to: 1);

    private static readonly ProjectOption<double?> TestOption = ProjectOption.OptionalNumber(
        "--test", "0.2", "Fraction of the rows used for testing, once; as many are used for "
        + "validation.", example: 0.2, from: 0.01, to: 0.45);

    private static readonly ProjectOption<int> FoldsOption = new(
        "--folds", "K", "Folds of each cross-validation.", 5, "5", $"a whole number from 2 to {MaxFolds}", "5",
        (string given, out int folds) => int.TryParse(given, out folds) && folds is >= 2 and <= MaxFolds);

    private static readonly ProjectOption<int> RepeatsOption = new(
        "--repeats", "R", "How often the rows are shuffled and split into folds again.", 0, "10, with --quick 2",
        $"a whole number from 1 to {MaxRepeats}", "10",
        (string given, out int repeats) => int.TryParse(given, out repeats) && repeats is >= 1 and <= MaxRepeats);

    private static readonly ProjectOption<string?> GroupOption = ProjectOption.Text(
        "--group", "COLUMN", "none", "Column that says which rows belong together: no group is in two parts.");

    private static readonly ProjectOption<string?> TimeOption = ProjectOption.Text(
        "--time", "COLUMN", "none", "Column that orders the rows: the past trains, the future is held out.");

    public static IReadOnlyList<ProjectOption> All { get; } =
        [ModelsOption, MetricOption, RopeOption, ThresholdOption, TestOption, FoldsOption, RepeatsOption, GroupOption, TimeOption];

    /// <summary>Resamples of rows for intervals.</summary>
    public int Resamples => Quick ? 500 : 2000;

    /// <summary>Random splits that show how a metric wobbles.</summary>
    public int Splits => Quick ? 40 : 200;

    /// <summary>Repeats of the learning curve.</summary>
    public int LearningRepeats => Quick ? 3 : 10;

    public static EvaluationOptions Checked(ParsedOptions parsed)
    {
        string? group = parsed.Of(GroupOption), time = parsed.Of(TimeOption);
        if (group is not null && time is not null)
            throw new UserMistakeException("--group and --time were both given, and rows can be split by only one of them: leave one out.");
        if ((group ?? time) is not null && parsed.Common.DataFile is null)
        {
            throw new UserMistakeException(
                $"{(group is null ? "--time" : "--group")} names a column of your own file, and --data was not given: "
                + $"say which with --data FILE.csv.");
        }
        bool quick = parsed.Common.Quick;
        int repeats = parsed.Of(RepeatsOption);
        return new(
            Recipes.Named(parsed.Of(ModelsOption)), MetricWords.Named(parsed.Of(MetricOption)).Metric,
            parsed.Of(RopeOption) ?? 0.01, parsed.Of(ThresholdOption) ?? 0.5,
            parsed.Of(TestOption) ?? 0.2, parsed.Of(FoldsOption), repeats == 0 ? (quick ? 2 : 10) : repeats, group, time, quick);
    }
}
