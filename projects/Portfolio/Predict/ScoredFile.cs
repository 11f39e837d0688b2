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
        RawColumn[] names = [.. table.Columns.Where(plan => plan.Kind == ColumnKind.Identifier && plan.Column.Name != run.Target)
            .Select(plan => plan.Column).Where(column => column.Name is not ("row" or "target" or "called"))];
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
            [.. About(run, model), .. applied.SelectMany(Remark).Take(Named), .. Rest(applied)]);
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

    private static IEnumerable<string> Remark(AppliedColumn column)
    {
        if (column.Missing > 0)
        {
            yield return $"{Quoted.Value(column.Column)} is missing in {Counted.Rows(column.Missing)}, and was filled as in training"
                + $"{(column.TellsMissing ? "." : "; the model never learnt what a missing one means.")}";
        }

        if (column.Unseen > 0)
        {
            yield return $"{Quoted.Value(column.Column)} has a level that no training row had in {Counted.Rows(column.Unseen)}: "
                + "taken as “other”, or as the reference where there is no “other”.";
        }
    }

    private static IEnumerable<string> Rest(IReadOnlyList<AppliedColumn> applied)
    {
        int remarks = applied.Sum(column => (column.Missing > 0 ? 1 : 0) + (column.Unseen > 0 ? 1 : 0));
        return remarks > Named ? [$"And {Counted.Of(remarks - Named, "more remark")} of this kind."] : [];
    }
}
