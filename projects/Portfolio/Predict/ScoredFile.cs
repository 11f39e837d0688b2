using MlMaths.Torch.Data;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Predict;

/// <summary>The rows of a new file with their scores, and what has to be said about them.</summary>
/// <param name="Headers">Names of the columns.</param>
/// <param name="Rows">Their cells.</param>
/// <param name="Remarks">What was filled, or never seen.</param>
internal sealed record ScoredFile(
    IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<string> Remarks)
{
    private const int Named = 6;

    public static ScoredFile Of(StoredRun run, StoredModel model, Dataset rows)
    {
        RawTable table = rows.Raw!.Table;
        var preparation = run.Preparation ?? OfNumbers(model);
        (double[] features, IReadOnlyList<AppliedColumn> applied) = preparation.Apply(rows);
        double[] scores = model.Score(model.Standardised(Chosen(features, preparation.FeatureNames, model.Columns)));
        RawColumn? target = run.Target is { } name ? table.Find(name) : null;
        // What names rows was decided where the model was trained: eight rows of a new file do not tell.
        RawColumn[] names = [.. run.Identifiers.Where(name => name != run.Target && name is not ("row" or "target" or "called"))
            .Select(table.Find).OfType<RawColumn>()];
        string[] remarks =
        [
            .. applied.SelectMany(Cautions),
            .. table.Notes.Where(note => note.Step == ReadingStep.Limits).Select(note => note.Sentence), .. applied.SelectMany(Changed),
        ];
        int outputs = model.Outputs.Count;
        return new(
            [
                "row", .. names.Select(column => column.Name), .. target is null ? [] : (string[])["target"],
                .. model.Classes.Count > 0 ? ["called"] : (string[])[], .. model.Outputs,
            ],
            [.. Enumerable.Range(0, rows.Rows).Select(row => (IReadOnlyList<object?>)
            [
                row, .. names.Select(column => column.Text(row)), .. target is null ? [] : (string?[])[target.Text(row)],
                .. model.Called(scores.AsSpan(row * outputs, outputs)) is { } called ? (object?[])[called] : [],
                .. scores[(row * outputs)..((row + 1) * outputs)].Select(score => (object)score),
            ])],
            [.. About(run, model), .. remarks.Take(Named), .. Rest(remarks)]);
    }

    // A table of numbers was not prepared; a missing cell becomes the mean, which moves no standardised score.
    private static StoredPreparation OfNumbers(StoredModel model) => new(
        [.. model.Columns.Select((column, place) => (column, new LearntColumn(ColumnRecipe.Number, model.MeanOf(place))))], []);

    // A model may have fewer features than there are: columns that did not vary, or said the same, were left out of it.
    private static double[] Chosen(double[] features, IReadOnlyList<string> all, IReadOnlyList<string> wanted)
    {
        if (all.SequenceEqual(wanted)) return features;
        int[] places = [.. wanted.Select(name => all.Index().Where(one => one.Item == name).Select(one => one.Index).FirstOrDefault(-1))];
        if (places.Contains(-1))
        {
            throw new UserMistakeException("The run's model.json and preparation.json do not name the same features: run the project "
                + "again.");
        }

        return [.. Enumerable.Range(0, features.Length / all.Count)
            .SelectMany(row => places.Select(place => features[row * all.Count + place]))];
    }

    private static IEnumerable<string> About(StoredRun run, StoredModel model)
    {
        if (run.Positive is { } positive && run.Target is { } target)
        {
            yield return $"A score is the probability that {Quoted.Value(target)} is {Quoted.Value(positive)}"
                + $"{(model.Threshold is { } from ? Flagged(from) : ".")}";
        }

        if (model.Remark is { } remark) yield return remark;
    }

    private static string Flagged(double from) => double.IsFinite(from)
        ? $"; a row is called so from {NumberText.Of(from)} on, the threshold that the run chose by its costs."
        : "; no row is called so, as the run chose by its costs.";

    private static IEnumerable<string> Cautions(AppliedColumn column)
    {
        if (column.Outside is not { } outside) yield break;
        yield return $"Caution: {Quoted.Value(column.Column)} lies outside the training rows, {column.Shown(outside.Lowest)} to "
            + $"{column.Shown(outside.Highest)}, in {Counted.Rows(outside.Rows)}, as far as {column.Shown(outside.Farthest)}: no training "
            + "row says whether the model holds there.";
    }

    private static IEnumerable<string> Changed(AppliedColumn column)
    {
        if (column.Missing > 0)
        {
            yield return $"{Quoted.Value(column.Column)} is missing in {Counted.Rows(column.Missing)}, and was filled as in training"
                + $"{(column.TellsMissing ? "." : "; the model never learnt what a missing one means.")}";
        }

        foreach (IGrouping<(string TakenAs, bool IsRespelt), StrangeLevel> same in
            column.Levels.GroupBy(level => (level.TakenAs, level.IsRespelt)))
        {
            string levels = string.Join(", ", same.Take(Named).Select(level =>
                $"{Quoted.Value(level.Level)} in {Counted.Rows(level.Rows)}{Doubt(level)}"));
            string more = same.Count() > Named ? $" and {Counted.Of(same.Count() - Named, "other level")}" : "";
            yield return same.Key.IsRespelt
                ? $"{Quoted.Value(column.Column)} has {levels}{more}: read as {same.Key.TakenAs}, since only capitals differ."
                : $"{Quoted.Value(column.Column)} has {levels}{more}, "
                    + $"{(same.Count() == 1 ? "a level" : "levels")} that no training row had: taken as {same.Key.TakenAs}.";
        }
    }

    private static string Doubt(StrangeLevel level) => level.MayBe.Count == 0 ? ""
        : $" (it may be {string.Join(" or ", level.MayBe.Select(one => Quoted.Value(one)))}, which only capitals tell apart)";

    private static IEnumerable<string> Rest(string[] remarks) =>
        remarks.Length > Named ? [$"And {Counted.Of(remarks.Length - Named, "more remark")} of this kind."] : [];
}
