using MlMaths.Torch.Data;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The columns as the checks ask about them: of a file with texts, one column of codes for each column of texts. What a text gives away
/// is then one formula of one column, and not a riddle of a dozen 0/1 features.
/// </summary>
/// <param name="Rows">A column for each column of the file that is learnt from.</param>
/// <param name="FeatureOf">For each of them, the first feature of the data set that comes from it.</param>
internal sealed record LeakRows(Dataset Rows, int[] FeatureOf)
{
    /// <summary>For each column the texts that its codes stand for; null where it has numbers of its own.</summary>
    public IReadOnlyList<IReadOnlyList<string>?> Texts { get; private init; } = [];

    /// <summary>Columns that some rows lack, where a feature says which.</summary>
    public IReadOnlyList<ColumnAbsence> Absences { get; private init; } = [];

    /// <summary>Reads the cells; a data set without cells is its own.</summary>
    public static LeakRows Of(Dataset rows)
    {
        if (rows.Raw is not { Table.LearnsNothing: false } raw)
            return new(rows, [.. Enumerable.Range(0, rows.Columns)]);
        List<string> names = [];
        List<double[]> columns = [];
        List<int> features = [];
        List<IReadOnlyList<string>?> texts = [];
        Dictionary<string, int> asked = [];
        foreach (ColumnPlan plan in raw.Table.Columns.Where(plan => plan.Action is ColumnAction.Kept or ColumnAction.Encoded))
        {
            int first = FirstOf(rows, plan);
            if (first < 0) continue;
            asked[plan.Column.Name] = names.Count;
            names.Add(plan.Column.Name);
            features.Add(first);
            bool hasNumbers = plan.Column.IsNumeric || plan.Kind is ColumnKind.Ordered or ColumnKind.Date;
            texts.Add(hasNumbers ? null : plan.Column.Texts);
            columns.Add(hasNumbers ? rows.Column(first) : Array.ConvertAll(raw.Rows, row => (double)plan.Column.Codes![row]));
        }

        double[] cells = new double[rows.Rows * columns.Count];
        for (int row = 0, at = 0; row < rows.Rows; row++)
        {
            foreach (double[] column in columns)
                cells[at++] = column[row];
        }

        return new(rows.WithFeatures(names, cells), [.. features])
        {
            Texts = texts,
            Absences = [.. AbsencesIn(rows, raw, asked)],
        };
    }

    private static IEnumerable<ColumnAbsence> AbsencesIn(Dataset rows, RawRows raw, Dictionary<string, int> asked)
    {
        Dictionary<string, int> features = [];
        for (int feature = 0; feature < rows.Columns; feature++)
            features[rows.ColumnNames[feature]] = feature;
        foreach (RawColumn column in raw.Table.Columns.Select(plan => plan.Column).Where(column => column.Missing > 0))
        {
            if (!features.TryGetValue($"{column.Name} missing", out int feature)) continue;
            yield return new(
                column.Name, feature, asked.TryGetValue(column.Name, out int place) ? place : null,
                Array.ConvertAll(raw.Rows, column.IsMissing));
        }
    }

    /// <summary>The same leaks, their columns named by features of the data set.</summary>
    public IReadOnlyList<TargetLeak> InFeatures(IReadOnlyList<TargetLeak> leaks) =>
        [.. leaks.Select(leak => leak with { Columns = [.. leak.Columns.Select(column => FeatureOf[column])] })];

    private static int FirstOf(Dataset rows, ColumnPlan plan)
    {
        string name = plan.Column.Name;
        for (int feature = 0; feature < rows.Columns; feature++)
        {
            string of = rows.ColumnNames[feature];
            if (of == name || of.StartsWith($"{name} = ", StringComparison.Ordinal) || of.StartsWith($"{name}: ", StringComparison.Ordinal))
                return feature;
        }

        return -1;
    }
}
