using MlMaths.Torch.Data;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>By which rule rows are kept apart.</summary>
internal enum SplitKind
{
    /// <summary>By chance, with the same share of positives everywhere.</summary>
    Stratified,

    /// <summary>No group in two parts.</summary>
    Grouped,

    /// <summary>The past trains, the future is held out.</summary>
    ByTime,
}

/// <summary>One rule for every split and every fold of a run: what the user said of the rows decides it.</summary>
internal static class SplitScheme
{
    public static SplitKind Of(Dataset rows) => rows switch
    {
        { Time: not null } => SplitKind.ByTime,
        { Group: not null } => SplitKind.Grouped,
        _ => SplitKind.Stratified,
    };

    /// <summary>Training, validation and test rows.</summary>
    /// <param name="target">All rows.</param>
    /// <param name="test">Fraction of the test part, and of the validation part.</param>
    /// <param name="seed">Decides who is where; time does not ask it.</param>
    public static DataSplit Split(BinaryTarget target, double test, int seed)
    {
        var fractions = new SplitFractions(test, test);
        return Of(target.Dataset) switch
        {
            SplitKind.ByTime => TimeSplit.Of(target.Dataset, fractions).Parts,
            SplitKind.Grouped => GroupedSplit.Stratified(target, seed, fractions),
            SplitKind.Stratified => StratifiedSplit.Of(target, seed, fractions),
        };
    }

    /// <summary>k folds of all rows of the target's data set.</summary>
    public static IReadOnlyList<Fold> Folds(BinaryTarget target, int count, int seed) => Of(target.Dataset) switch
    {
        SplitKind.ByTime => TimeFolds.Of(target.Dataset, count),
        SplitKind.Grouped => GroupedFolds.Stratified(target, count, seed),
        SplitKind.Stratified => Data.Folds.Stratified(target, count, seed),
    };

    /// <summary>k folds, over and over; time has only one order, and so only one repeat.</summary>
    public static IReadOnlyList<IReadOnlyList<Fold>> Repeated(BinaryTarget target, int count, int repeats, int seed) => RepeatedFolds.Of(
        Of(target.Dataset) == SplitKind.ByTime ? 1 : repeats, seed, drawn => Folds(target, count, drawn));
}
