using MlMaths.Torch.Data;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Everything that can be looked for in the rows of an evaluation before a model is asked: what was found, and what it rests on.
/// </summary>
/// <param name="Target">Rows and labels.</param>
/// <param name="Turns">Who is seen and who is judged: the split's parts, then the folds.</param>
/// <param name="Twins">Equal rows.</param>
/// <param name="NearTwins">Nearly equal rows.</param>
/// <param name="CutTwins">Judged rows with an equal one that was seen.</param>
/// <param name="CutNearTwins">Judged rows with a nearly equal one that was seen.</param>
/// <param name="CutGroups">Judged rows of a group of which others were seen; empty where no groups are known.</param>
/// <param name="Future">Rows that were seen though they are no older than judged ones; empty where no times are known.</param>
/// <param name="Leaks">Columns that say what the target is, with their formulas, and hints.</param>
/// <param name="Disguises">Columns with an area of 0.99 or more over the training rows, at a confidence that counts all columns.</param>
/// <param name="RowNumbers">Columns that number the rows.</param>
/// <param name="GroupLikes">Columns that look like groups; empty where groups are known.</param>
/// <param name="ConstantColumns">Columns with one value.</param>
public sealed record LeakageChecks(
    BinaryTarget Target, IReadOnlyList<EvaluationTurn> Turns, TwinRows Twins, NearTwins NearTwins,
    IReadOnlyList<CutRow> CutTwins, IReadOnlyList<CutRow> CutNearTwins,
    IReadOnlyList<CutRow> CutGroups, IReadOnlyList<CutRow> Future,
    IReadOnlyList<TargetLeak> Leaks, IReadOnlyList<TargetInDisguise> Disguises, IReadOnlyList<RowNumberColumn> RowNumbers,
    IReadOnlyList<GroupLikeColumn> GroupLikes, IReadOnlyList<int> ConstantColumns)
{
    /// <summary>Looks for all kinds; no model is fitted.</summary>
    /// <param name="target">Rows and labels.</param>
    /// <param name="split">The split that is used; null for none.</param>
    /// <param name="repeats">The folds that are used; empty for none.</param>
    /// <param name="seed">Of what is shuffled.</param>
    public static LeakageChecks Of(BinaryTarget target, DataSplit? split, IReadOnlyList<IReadOnlyList<Fold>> repeats, int seed)
    {
        Dataset rows = target.Dataset;
        EvaluationTurn[] turns = [.. split is null ? [] : EvaluationTurn.Of(split), .. EvaluationTurn.Of(repeats)];
        var twins = TwinRows.Of(rows, seed);
        var near = NearTwins.Search(rows, twins);
        TrainingPart training = split?.Training ?? DataSplit.None(rows).Training;
        return new(
            target, turns, twins, near, CutClusters.Across(twins.ClusterOf, turns),
            [.. near.CutAcross(turns)],
            rows.Group is { } groups ? CutClusters.Across(CutClusters.Of(groups.OfRow), turns) : [],
            FutureRows.Across(rows, turns),
            TargetLeaks.In(target),
            TargetInDisguise.In(training, target, 1 - 0.05 / Math.Max(1, rows.Columns)),
            RowNumberColumn.In(target),
            rows.Group is null ? GroupLikeColumn.In(target, seed) : [],
            rows.ConstantColumns());
    }

    /// <summary>One finding of each kind, in the order of <see cref="LeakageKind"/>.</summary>
    public IReadOnlyList<LeakageFinding> Findings => [.. Enum.GetValues<LeakageKind>().Select(kind => this[kind])];

    /// <summary>The finding of a kind.</summary>
    public LeakageFinding this[LeakageKind kind] => kind switch
    {
        LeakageKind.Duplicates => Of(kind, CutTwins, Twins.IsMoreThanChance ? LeakageStatus.Found : LeakageStatus.Hint),
        LeakageKind.NearDuplicates => NearTwins.WhyUnchecked is { } why ? Not(kind, why) : Of(kind, CutNearTwins, LeakageStatus.Found),
        LeakageKind.Groups => Target.Dataset.Group is null
            ? Not(kind, "no column was named that says which rows belong together")
            : Of(kind, CutGroups, LeakageStatus.Found),
        LeakageKind.Future => Target.Dataset.Time is null
            ? Not(kind, "no column was named that says when a row was known")
            : Of(kind, Future, LeakageStatus.Found) with { Rows = [.. Future.Select(row => row.SeenRow)] },
        LeakageKind.Function or LeakageKind.Combination => Explained(kind),
        LeakageKind.Disguise => Of(kind, Suspected(), LeakageStatus.Hint),
        LeakageKind.RowNumber => Of(kind, RowNumbers.Select(one => one.Column),
            RowNumbers.Any(one => one.IsInformative) ? LeakageStatus.Found : LeakageStatus.Hint),
        LeakageKind.GroupLike => Target.Dataset.Group is not null
            ? Not(kind, "the groups are known")
            : Of(kind, GroupLikes.Select(one => one.Column), LeakageStatus.Hint),
        LeakageKind.Constant => Of(kind, ConstantColumns, LeakageStatus.Hint),
    };

    private LeakageFinding Explained(LeakageKind kind)
    {
        TargetLeak[] leaks = [.. Leaks.Where(leak => leak.Kind == kind)];
        return Of(kind, leaks.SelectMany(leak => leak.Columns), leaks.Length == 0 ? LeakageStatus.Passed : leaks.Max(leak => leak.Status));
    }

    // What is explained by a formula need not be suspected, too.
    private IEnumerable<int> Suspected() => Disguises.Select(one => one.Column)
        .Concat(Leaks.Where(leak => leak.Kind == LeakageKind.Disguise).SelectMany(leak => leak.Columns))
        .Except(Leaks.Where(leak => leak.Kind != LeakageKind.Disguise).SelectMany(leak => leak.Columns));

    private static LeakageFinding Of(LeakageKind kind, IReadOnlyList<CutRow> cut, LeakageStatus status) =>
        new(kind, cut.Count == 0 ? LeakageStatus.Passed : status, [.. cut.Select(row => row.Row)], []);

    private static LeakageFinding Of(LeakageKind kind, IEnumerable<int> columns, LeakageStatus status)
    {
        int[] named = [.. columns];
        return new(kind, named.Length == 0 ? LeakageStatus.Passed : status, [], named);
    }

    private static LeakageFinding Not(LeakageKind kind, string why) => new(kind, LeakageStatus.NotChecked, [], [], why);
}
