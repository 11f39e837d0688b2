using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>What is done about rows without a score.</summary>
internal enum MissingScores
{
    Refuse,
    Drop,
}

/// <summary>What may be asked about scores that any program has written.</summary>
/// <param name="File">The CSV file.</param>
/// <param name="Columns">Which of its columns.</param>
/// <param name="Positive">The label that counts as positive; null: found among the labels.</param>
/// <param name="Threshold">A score of at least this is called positive; null: ½ for probabilities, none for other scores.</param>
/// <param name="Seed">Of what is drawn.</param>
internal sealed record ScoresOptions(string File, ScoreColumns Columns, string? Positive, double? Threshold, int Seed)
{
    private static readonly ProjectOption<string?> FileOption = ProjectOption.Required(
        "--scores", "FILE.csv", "A CSV file with a row for each prediction: its label, and a score or several.");

    private static readonly ProjectOption<string?> TargetOption = ProjectOption.Required(
        "--target", "COLUMN", "The column that has each row's true label.");

    private static readonly ProjectOption<string?> ScoreOption = ProjectOption.Required(
        "--score", "COLUMN[,COLUMN]", "The column of scores; for several classes one column of probabilities for each.");

    private static readonly ProjectOption<string?> PositiveOption = ProjectOption.Text(
        "--positive", "VALUE", "1, true or yes, where that is a label", "The label that the scores are for.");

    private static readonly ProjectOption<double?> ThresholdOption = ProjectOption.OptionalNumber(
        "--threshold", "0.5 for probabilities, else none",
        "A score of at least this is flagged positive; choose it on other rows.", example: 0.5);

    private static readonly ProjectOption<string?> OnlyOption = ProjectOption.Text(
        "--only", "COLUMN=VALUE", "all rows", "Only rows with this value, such as split=test.");

    private static readonly ProjectOption<string?> GroupOption = ProjectOption.Text(
        "--group", "COLUMN", "none", "Column that says which rows belong together: whole groups are the evidence, not rows.");

    private static readonly ProjectOption<string?> LabelsOption = ProjectOption.Text(
        "--labels", "TRUTH.csv", "beside the scores", "A second file, which has the labels; --key says how rows find each other.");

    private static readonly ProjectOption<string?> KeyOption = ProjectOption.Text(
        "--key", "COLUMN", "none", "Column that both files have, such as an id, where --labels names a second one.");

    private static readonly ProjectOption<MissingScores> MissingScoresOption = ProjectOption.Choice(
        "--missing-scores", MissingScores.Refuse, "Rows without a score: refused, or left out and said, as that may flatter.");

    public static IReadOnlyList<ProjectOption> All { get; } =
    [
        FileOption, TargetOption, ScoreOption, PositiveOption, ThresholdOption, OnlyOption, GroupOption, LabelsOption, KeyOption,
        MissingScoresOption,
    ];

    public static ScoresOptions Checked(ParsedOptions parsed)
    {
        string file = Required(parsed, FileOption, "which file has the scores");
        string[] scores = [.. Required(parsed, ScoreOption, "which column has the scores")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (scores.Length == 0)
            throw new UserMistakeException("--score names no column: say which column has the scores, for instance --score probability.");
        (string? column, string? value) = Only(parsed.Of(OnlyOption));
        (string? labels, string? key) = (parsed.Of(LabelsOption), parsed.Of(KeyOption));
        if (labels is null != key is null)
        {
            throw new UserMistakeException(labels is null
                ? "--key makes sense beside --labels, the file that has the labels: give both, or neither."
                : "--labels needs --key, the column that both files have: for instance --labels truth.csv --key id.");
        }

        return new(
            file,
            new ScoreColumns(Required(parsed, TargetOption, "which column has the true labels"), scores, column, value,
                parsed.Of(GroupOption))
            {
                LabelsFile = labels,
                Key = key,
                DropsMissing = parsed.Of(MissingScoresOption) == MissingScores.Drop,
            },
            parsed.Of(PositiveOption), parsed.Of(ThresholdOption), parsed.Common.Seed);
    }

    private static string Required(ParsedOptions parsed, ProjectOption<string?> option, string what) => parsed.Of(option)
        ?? throw new UserMistakeException(
            $"{option.Name} is missing: "
            + $"say {what}, as in --scores predictions.csv --target label --score probability.");

    private static (string? Column, string? Value) Only(string? typed)
    {
        if (typed is null)
            return (null, null);
        int equals = typed.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? (typed[..equals], typed[(equals + 1)..])
            : throw new UserMistakeException(
                $"--only is {Quoted.Value(typed)}, and must be a column and a value: for instance --only split=test.");
    }
}
