using MlMaths.Torch.Data;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Evaluate.Sections;

/// <summary>Who may see which rows.</summary>
internal static class SplitsSection
{
    public static Section Of(EvaluationFindings findings)
    {
        EvaluationData data = findings.Data;
        int[] order = Order(data);
        List<Block> blocks =
        [
            new Paragraph(
                $"**Training** rows are for fitting, **validation** rows for choosing, **test** rows for "
                + $"testing, once, "
                + $"when nothing is left to choose. {Rule(data)}"),
            new Table(
                $"{data.Target.Why} Training and validation rows together are the development "
                + $"rows: once choices are made, all of them are used for training.",
                ["Part", "Rows", "Positive", "Share"], [.. data.Split.Parts.Select(part => Row(data, part))]),
            new Paragraph(
                $"A single validation part depends on luck. So the development rows are split into "
                + $"{data.Folds[0].Count} **folds**; each is held out once while the others train{Repeats(data)}"),
            new FigureBlock(FoldMapFigure.Draw(data.Folds[0], order, OrderLabel(data), "folds"),
                $"The first of {data.Folds.Count} assignments to folds. Rows in full colour are held out, pale ones train. "
                + $"{Seen(data)}"),
        ];
        if (TunedLogisticRecipe.Inner(data.Development, data.Folds[0][^1].Training, findings.Options.Folds) is { } inner)
        {
            blocks.Add(new Paragraph(
                $"**Nested:** whatever is chosen inside a fold, such as a penalty or a column, "
                + $"is chosen by folds of that fold's training rows alone. "
                + $"The rows that test the fold are blank below: the inner folds never see them."));
            blocks.Add(new FigureBlock(FoldMapFigure.Draw(inner, order, OrderLabel(data), "inner-folds"),
                $"Inner folds of fold {data.Folds[0].Count}. Blank columns are the outer fold's held-out rows."));
        }

        return new Section("Which rows are used for what?", blocks, MarkdownText.Of(
            $"{data.DevelopmentRows.Length:#,0} rows are used in repeated cross-validation; "
            + $"{data.Split.Test.Count:#,0} test the result once."));
    }

    private static IReadOnlyList<MarkdownText> Row(EvaluationData data, SplitPart part)
    {
        int positives = data.Target.Of(part).Count(positive => positive);
        return [MarkdownText.Of($"{part.Name}"), $"{part.Count:#,0}", $"{positives:#,0}", $"{(double)positives / part.Count:P1}"];
    }

    private static MarkdownText Rule(EvaluationData data) => data.Kind switch
    {
        SplitKind.ByTime => MarkdownText.Of(
            $"Rows are ordered by {data.Target.Dataset.Time!.Name}: "
            + $"the past trains, the future tests, as it will be when the model is used."),
        SplitKind.Grouped => MarkdownText.Of(
            $"No {data.Target.Dataset.Group!.Name} is in two parts, so that what is measured is how a model does on "
            + $"groups it has never seen; shares of positives are kept as close as whole groups allow."),
        SplitKind.Stratified => MarkdownText.Of(
            $"Rows are split at random, with the same share of positives in every part. "
            + $"If rows belong together (`--group`) or come in time (`--time`), say so: "
            + $"otherwise related rows, or the future, end up in the training part."),
    };

    private static MarkdownText Repeats(EvaluationData data) => data switch
    {
        { Kind: SplitKind.ByTime } => MarkdownText.Of(
            $"; training rows are always older, so there is only one assignment, "
            + $"and the first period is never held out."),
        { Folds.Count: 1 } => MarkdownText.Of($", once."),
        _ => MarkdownText.Of($", and all that {data.Folds.Count} times with a new shuffle. Repeats make the mean "
            + $"more stable; they do not add rows."),
    };

    private static MarkdownText Seen(EvaluationData data) => data.Kind switch
    {
        SplitKind.ByTime => MarkdownText.Of($"From left to right, past to future: nothing to the right of a held-out "
            + $"stretch is used to train for it."),
        SplitKind.Grouped => MarkdownText.Of($"Rows of one group stand side by side: each is dark or light as a whole."),
        SplitKind.Stratified => MarkdownText.Of($"Rows of one class stand side by side: each fold takes its share of both."),
    };

    private static string OrderLabel(EvaluationData data) => data.Kind switch
    {
        SplitKind.ByTime => "development rows, past to future",
        SplitKind.Grouped => "development rows, by group",
        SplitKind.Stratified => "development rows, by class",
    };

    private static int[] Order(EvaluationData data)
    {
        Dataset rows = data.Development.Dataset;
        IEnumerable<int> all = Enumerable.Range(0, rows.Rows);
        return data.Kind switch
        {
            SplitKind.ByTime => [.. all.OrderBy(row => rows.Time!.OfRow[row])],
            SplitKind.Grouped => [.. all.OrderBy(row => rows.Group!.OfRow[row], StringComparer.Ordinal)],
            SplitKind.Stratified => [.. all.OrderBy(row => data.Development.IsPositive[row])],
        };
    }
}
