using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>The rows, and who may see which: development rows are folded over and over, test rows judge once.</summary>
/// <param name="Target">All rows.</param>
/// <param name="Split">Training, validation and test; the first two are the development rows.</param>
/// <param name="Development">The development rows as a data set of their own.</param>
/// <param name="Folds">Of the development rows, repeat by repeat.</param>
internal sealed record EvaluationData(
    BinaryTarget Target, DataSplit Split, BinaryTarget Development, IReadOnlyList<IReadOnlyList<Fold>> Folds)
{
    public const string EmbeddedName = "breast_cancer";

    /// <summary>What the training rows taught about the columns; each fold learns it anew from its own.</summary>
    public FittedPreparation Preparation { get; init; } = FittedPreparation.Nothing;

    /// <summary>By which rule rows are kept apart.</summary>
    public SplitKind Kind => SplitScheme.Of(Target.Dataset);

    /// <summary>Which test rows belong together; null where nobody said.</summary>
    public RowGroups? TestGroups { get; } = Target.Dataset.Group is { } group
        ? RowGroups.Of([.. Split.Test.Rows.Select(row => group.OfRow[row])])
        : null;

    /// <summary>The row of the whole data set that each development row is.</summary>
    public int[] DevelopmentRows { get; } = Split.ValidationTrains().Training.Rows;

    /// <summary>The first deal of folds, in rows of the whole data set.</summary>
    public IReadOnlyList<Fold> FirstDeal =>
        NestedFolds.Of([new Fold(0, Split.ValidationTrains().Training, DataSplit.None(Target.Dataset).Validation)], _ => Folds[0])[0].Inner;

    public static EvaluationData From(EvaluationOptions options, RunContext context)
    {
        CommonOptions common = context.Common;
        Dataset rows = context.ReadData(EmbeddedName, new ColumnRoles { Group = options.Group, Time = options.Time });
        var target = BinaryTarget.From(rows, common.Positive);
        DataSplit split = SplitScheme.Split(target, options.Test, common.Seed);
        foreach (SplitPart part in split.Parts)
            RequireBothClasses(target, part);
        FittedPreparation preparation = Data.Preparation.Fit(split.Training);
        split = preparation.On(split);
        target = target.On(split.Training.Whole);
        var development = BinaryTarget.From(split.ValidationTrains().Training.Select(), target.PositiveLabel);
        return new(target, split, development, SplitScheme.Repeated(development, options.Folds, options.Repeats, common.Seed))
        {
            Preparation = preparation,
        };
    }

    private static void RequireBothClasses(BinaryTarget target, SplitPart part)
    {
        int positives = target.Of(part).Count(positive => positive);
        if (positives > 0 && positives < part.Count)
            return;
        throw new UserMistakeException(
            $"The {part.Name} part of {Quoted.Value(target.Dataset.Name)} has {part.Count} rows, "
            + $"{(positives == 0 ? "none" : "all")} of them "
            + $"{Quoted.Value(target.PositiveLabel)}: both classes are needed in every part, so give more rows, "
            + $"another --test, or leave out --group or --time.");
    }
}
