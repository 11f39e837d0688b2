using MlMaths.Torch.Data;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>
/// Which label a single column of scores speaks of. A wrong guess would turn every number round, so only clear cases
/// are guessed.
/// </summary>
internal static class PositiveLabel
{
    private static readonly HashSet<string> Prefixes =
        new(StringComparer.OrdinalIgnoreCase) { "p", "pr", "prob", "proba", "probability" };

    private static readonly string[] Clear = ["1", "1.0", "true", "True", "TRUE", "yes", "Yes", "YES", "positive"];

    /// <summary>One sentence: which label is positive, and why this one.</summary>
    public static string Why(ScoreTable table, string positive, string scores, string? asked)
    {
        string why = asked is not null ? "as asked"
            : table.Columns.Scores.Count == 1 && NamedBy(scores, table.Labels) == positive ? $"the column {scores} is named by it"
            : "that word says so by custom";
        return $"{table.Columns.Target} = {positive} is the positive class: {why}.";
    }

    public static string Of(ScoreTable table, string scores, string? asked)
    {
        string column = Quoted.Value(table.Columns.Target);
        if (table.Labels.Count == 1)
        {
            throw new UserMistakeException(
                $"Every row has {Quoted.Value(table.Labels[0])} in the target column {column}: "
                + $"rows of both classes are needed, as every metric compares them.");
        }

        if (asked is not null)
        {
            if (table.Labels.Contains(asked)) return asked;
            string meant = NearestName.Of(asked, table.Labels) is { } near ? $" (did you mean {Quoted.Value(near)}?)" : "";
            throw new UserMistakeException(
                $"No row has {Quoted.Value(asked)} in the target column {column}{meant}: "
                + $"--positive may be {Quoted.List([.. table.Labels])}.");
        }

        if (table.Columns.Scores.Count == 1 && NamedBy(scores, table.Labels) is { } named)
            return named;
        if (table.Labels.Count > 2)
        {
            throw new UserMistakeException(
                $"The target column {column} has {table.Labels.Count} values, {Quoted.List([.. table.Labels])}, "
                + $"and --score names one column: say with --positive VALUE which of them the "
                + "scores are for, or name one column of probabilities for each with --score a,b,c.");
        }

        return table.Labels.FirstOrDefault(label => Clear.Contains(label)) ?? throw new UserMistakeException(
            $"The target column {column} has the values {Quoted.List([.. table.Labels])}: "
            + $"say with --positive VALUE which of them the scores are for.");
    }

    /// <summary>The label that a column is called after: p1, prob_1 and p_fraud; null where its name names none.</summary>
    public static string? NamedBy(string column, IReadOnlyList<string> labels) => labels.FirstOrDefault(label =>
        column.EndsWith(label, StringComparison.Ordinal) && Prefixes.Contains(column[..^label.Length].TrimEnd('_', '.', '-', ':', ' ')));
}
