using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.PcaClustering;

/// <summary>The components of the training rows: how many, how sure, and what they leave out of held-out rows.</summary>
/// <param name="Fit">All components.</param>
/// <param name="Thresholds">Broken stick and permutation.</param>
/// <param name="Stability">Of the first two.</param>
/// <param name="TrainingError">Mean squared error per value with 0, 1, 2, … components.</param>
/// <param name="TestError">The same on held-out rows.</param>
/// <param name="TestErrorKept">On held-out rows with the components that are kept.</param>
/// <param name="LargestDifference">Between the two ways to the components, over all loadings and shares of the first two.</param>
/// <param name="WhitenedDeviation">Least and greatest deviation of held-out rows along a kept component, whitened.</param>
/// <param name="Scores">First two scores of every row of the data set, [N][2].</param>
internal sealed record ComponentFindings(
    PrincipalComponents Fit, ComponentThresholds Thresholds, LoadingStability Stability, double[] TrainingError,
    double[] TestError, Interval TestErrorKept, double LargestDifference, (double Low, double High) WhitenedDeviation, double[][] Scores)
{
    private const int MaxRows = 20_000;

    /// <summary>Components that are more than chance, one at least.</summary>
    public int Kept => KeptOf(Thresholds, Fit);

    public double[] FirstScores => [.. Scores.Select(score => score[0])];

    public double[] SecondScores => [.. Scores.Select(score => score[1])];

    public static ComponentFindings FitAll(VaryingRows data, PcaClusteringOptions options, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var fit = PrincipalComponents.Fit(data.Training);
        Tensor some = VaryingRows.Some(data.Training, MaxRows, seed);
        int refits = options.Refits((int)some.size(0), data.Columns.Count);
        var thresholds = ComponentThresholds.Of(some, seed, refits);
        var stability = LoadingStability.Fit(some, PrincipalComponents.Fit(some, 2), seed, refits);
        PrincipalComponents kept = fit.Take(KeptOf(thresholds, fit));
        return new ComponentFindings(
            fit, thresholds, stability, fit.ReconstructionError(data.Training), fit.ReconstructionError(data.Test),
            MeanInterval.Of(ErrorOfRows(kept, data.Test), seed, options.Resamples),
            DifferenceOfWays(some), Deviations(kept.Whiten(data.Test)), ScoresOf(fit.Take(2).Project(data.All)));
    }

    /// <summary>Mean squared error per value of each row.</summary>
    public static double[] ErrorOfRows(PrincipalComponents fit, Tensor rows)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        return [.. (rows - fit.Reconstruct(fit.Project(rows))).square().mean([1]).cpu().data<double>()];
    }

    private static int KeptOf(ComponentThresholds thresholds, PrincipalComponents fit) => Math.Min(thresholds.Recommended, fit.Rank);

    private static double[][] ScoresOf(Tensor scores) => [.. scores.cpu().contiguous().data<double>().ToArray().Chunk(2)];

    private static double DifferenceOfWays(Tensor rows)
    {
        PrincipalComponents svd = PrincipalComponents.Fit(rows, 2, PcaMethod.Svd),
            covariance = PrincipalComponents.Fit(rows, 2, PcaMethod.Covariance);
        return Numbers(svd).Zip(Numbers(covariance), (one, other) => Math.Abs(one - other)).Max();

        static IEnumerable<double> Numbers(PrincipalComponents fit) => fit.Components.SelectMany(axis => axis).Concat(fit.Ratio);
    }

    private static (double Low, double High) Deviations(Tensor whitened)
    {
        double[] deviations = [.. whitened.std([0], unbiased: true).cpu().data<double>()];
        return (deviations.Min(), deviations.Max());
    }
}
