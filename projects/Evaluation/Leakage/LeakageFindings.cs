using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>What leaks in one's own rows, what that does to one's own score, and what each leak does where the truth is known.</summary>
/// <param name="Checks">Of one's own rows.</param>
/// <param name="ByChance">Judged rows of a group of which others are seen, and rows of the future, if folds were dealt
/// by chance; null where neither groups nor times are known.</param>
/// <param name="Flattery">What equal rows, nearly equal rows and groups do to the score; empty where there are none.</param>
/// <param name="Demonstrations">In drawn worlds.</param>
internal sealed record LeakageFindings(
    LeakageChecks Checks, ChanceFolds? ByChance, IReadOnlyList<TwinFlattery> Flattery, IReadOnlyList<LeakDemonstration> Demonstrations)
{
    private const double OfChecks = 0.2;

    /// <summary>Checks and demonstrates.</summary>
    /// <param name="target">Rows and labels.</param>
    /// <param name="split">The split that is used; null for none.</param>
    /// <param name="repeats">The folds that are used.</param>
    /// <param name="seed">Of everything that is drawn.</param>
    /// <param name="quick">Fewer worlds.</param>
    /// <param name="progress">Told the share that each step was of all of them.</param>
    /// <param name="cancellation">Asked between steps.</param>
    public static LeakageFindings Fit(
        BinaryTarget target, DataSplit? split, IReadOnlyList<IReadOnlyList<Fold>> repeats, int seed, bool quick,
        Action<double> progress, CancellationToken cancellation)
    {
        var checks = LeakageChecks.Of(target, split, repeats, seed);
        TwinFlattery[] flattery = [.. Clusters(checks)
            .SelectMany(one => TwinFlattery.Fit(one.Kind, target, one.ClusterOf, seed, cancellation))];
        progress(OfChecks);
        return new(
            checks, ChanceFolds.Of(target, seed), flattery,
            LeakageDemonstrations.Train(seed, quick, part => progress((1 - OfChecks) * part), cancellation));
    }

    /// <summary>Checks that found something.</summary>
    public int Found => Checks.Findings.Count(finding => finding.Status == LeakageStatus.Found);

    /// <summary>Checks with something worth a look.</summary>
    public int Hints => Checks.Findings.Count(finding => finding.Status == LeakageStatus.Hint);

    // Folds dealt by chance cut nearly all of these, whatever folds the user has.
    private static IEnumerable<(LeakageKind Kind, IReadOnlyList<int> ClusterOf)> Clusters(LeakageChecks checks)
    {
        if (checks.Twins is { Surplus: > 0, IsMoreThanChance: true }) yield return (LeakageKind.Duplicates, checks.Twins.ClusterOf);
        if (checks.NearTwins.Pairs.Count > 0) yield return (LeakageKind.NearDuplicates, checks.NearTwins.ClustersWith(checks.Twins));
        if (checks.GroupLikes is [var first, ..])
            yield return (LeakageKind.GroupLike, CutClusters.Of(checks.Target.Dataset.Column(first.Column)));
        if (checks.Target.Dataset.Group is { } groups) yield return (LeakageKind.Groups, CutClusters.Of(groups.OfRow));
    }
}
