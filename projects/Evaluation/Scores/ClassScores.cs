using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.EvaluationPack.Scores;

/// <summary>What one column of probabilities for each class says of the rows.</summary>
/// <param name="Table">The rows.</param>
/// <param name="Classes">Labels, in the order of the columns.</param>
/// <param name="Intervals">Every metric.</param>
internal sealed record ClassScores(ScoreTable Table, IReadOnlyList<string> Classes, MulticlassIntervals Intervals)
{
    private const double LargestGap = 1e-3;

    /// <summary>Of each class by itself.</summary>
    public required IReadOnlyList<ClassRates> PerClass { get; init; }

    /// <summary>Which rows belong together; null where nobody said.</summary>
    public RowGroups? Groups { get; private init; }

    /// <summary>Columns beside the scores that look as if they named groups; none where one was named.</summary>
    public IReadOnlyList<GroupLikeColumn> GroupLike { get; private init; } = [];

    /// <summary>Of two columns for two labels the one of the positive label, once both were found to be probabilities of one row.</summary>
    /// <exception cref="UserMistakeException">They are none.</exception>
    public static BinaryScores OfTwo(ScoreTable table, ScoresOptions options)
    {
        int[] labelOfColumn = [.. table.Columns.Scores.Select(column => LabelOf(table, column))];
        RequireOneEach(table, labelOfColumn);
        RequireProbabilities(table);
        string positive = PositiveLabel.Of(table, "", options.Positive);
        int place = Array.IndexOf(labelOfColumn, table.Labels.Index().First(label => label.Item == positive).Index);
        return BinaryScores.Of(table, table.Columns.Scores[place], table.Scores[place], options with { Positive = positive });
    }

    public static ClassScores Of(ScoreTable table, ScoresOptions options)
    {
        if (options.Threshold is not null)
        {
            throw new UserMistakeException(
                "--threshold does not apply to several classes: "
                + "the class with the highest probability is predicted. Leave it out.");
        }
        if (options.Positive is not null)
        {
            throw new UserMistakeException(
                "--positive does not apply with one column for each class: "
                + "leave it out, or name a single column with --score.");
        }
        int[] labelOfColumn = [.. table.Columns.Scores.Select(column => LabelOf(table, column))];
        RequireOneEach(table, labelOfColumn);
        string? missing = table.Labels.Where((_, label) => !labelOfColumn.Contains(label)).FirstOrDefault();
        if (missing is not null)
        {
            throw new UserMistakeException(
                $"No column of --score belongs to the label {Quoted.Value(missing)}: "
                + $"name one column of probabilities for each of {Quoted.List([.. table.Labels])}.");
        }

        RequireProbabilities(table);
        ushort[] classOfLabel = new ushort[table.Labels.Count];
        foreach ((int column, int label) in labelOfColumn.Index())
            classOfLabel[label] = (ushort)column;
        ushort[] classes = Array.ConvertAll(table.LabelOfRow, label => classOfLabel[label]);
        RowGroups? groups = table.GroupOfRow is { } ofRow ? RowGroups.Of(ofRow) : null;
        (MulticlassIntervals intervals, IReadOnlyList<ClassRates>? rates) = groups is null
            ? (MulticlassIntervals.Of(classes, table.Scores, options.Seed), null)
            : MulticlassIntervals.OfGroups(classes, table.Scores, groups);
        return new(table, [.. labelOfColumn.Select(label => table.Labels[label])], intervals)
        {
            PerClass = rates ?? ClassRates.Of(intervals.Metrics),
            Groups = groups,
            GroupLike = GroupLikeColumn.Beside(table, options.Seed),
        };
    }

    // "setosa", "p_setosa" and "score.setosa" belong to setosa; of several labels that fit, the longest.
    private static int LabelOf(ScoreTable table, string column)
    {
        (int label, string text)[] fitting =
        [
            .. table.Labels.Index().Where(known => column == known.Item || PositiveLabel.NamedBy(column, [known.Item]) is not null
                || (column.EndsWith(known.Item, StringComparison.Ordinal)
                    && column[^(known.Item.Length + 1)] is '_' or '.' or '-' or ' ' or ':')),
        ];
        return fitting.Length > 0
            ? fitting.MaxBy(one => one.text.Length).label
            : throw new UserMistakeException(
                $"The column {Quoted.Value(column)} of --score ends with none of the labels "
                + $"{Quoted.List([.. table.Labels])}: "
                + $"name each column after its label, with or without a prefix, as in p_{table.Labels[0]}.");
    }

    // Two columns of one label would be two classes, and every number wrong.
    private static void RequireOneEach(ScoreTable table, int[] labelOfColumn)
    {
        if (labelOfColumn.Index().GroupBy(column => column.Item).FirstOrDefault(columns => columns.Count() > 1) is not { } twins)
            return;
        string[] names = [.. twins.Select(column => Quoted.Value(table.Columns.Scores[column.Index]))];
        throw new UserMistakeException(
            $"The columns {string.Join(" and ", names)} of --score belong to the same label, "
            + $"{Quoted.Value(table.Labels[twins.Key])}: name one column of probabilities for each.");
    }

    private static void RequireProbabilities(ScoreTable table)
    {
        for (int row = 0; row < table.Rows; row++)
        {
            double sum = 0;
            foreach (double[] column in table.Scores)
            {
                if (!(column[row] >= 0 && column[row] <= 1))
                {
                    throw new UserMistakeException(
                        FormattableString.Invariant($"Row {row + 1} has the score {column[row]}: ")
                        + "with one column for each class, scores are probabilities from 0 to 1.");
                }
                sum += column[row];
            }

            if (Math.Abs(sum - 1) > LargestGap)
            {
                throw new UserMistakeException(
                    FormattableString.Invariant($"The probabilities of row {row + 1} sum to {sum:0.####}, ")
                    + "and must sum to 1: are all classes named in --score, and no other column?");
            }
        }
    }
}
