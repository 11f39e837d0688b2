using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Stories;

/// <summary>Project 2: groups that are there or are not, components two ways, and what a leak would have added.</summary>
internal static class PcaStories
{
    public static IEnumerable<CvStory> Of(RunNumbers run)
    {
        Measurement stability = run["kmeans.stability"], silhouette = run["kmeans.silhouette"], groups = run["kmeans.k"],
            ways = run["pca.ways_difference"], kept = run["pca.components.kept"], error = run["pca.reconstruction.test"],
            leak = run["leakage.difference"];
        yield return groups.How == "as the evidence suggests; the verdict is: clusters"
            ? new CvStory(
                "clusters that are there",
                $"Found {groups:bare} clusters by k-means from scratch, stable at {stability} adjusted Rand.",
                $"Found {groups:bare} clusters with k-means from scratch, tested for gaps between them; stability over resamples: "
                + $"adjusted Rand {stability}, {stability:range}.",
                $"Found {groups:bare} clusters with k-means written from scratch in C#, tested for gaps between them before "
                + $"believing them, and measured their stability over resamples: adjusted Rand index {stability}, {stability:range}.")
                .IfAbove(stability, 0)
            : new CvStory(
                "clusters that are not there",
                $"Tested k-means groups for gaps and reported no clusters; silhouette {silhouette}.",
                $"Tested k-means groups against data without structure and reported that the evidence supports no clusters: mean "
                + $"silhouette {silhouette}, {silhouette:range}.",
                $"Wrote k-means from scratch in C#, tested its groups against data without structure, and reported that the "
                + $"evidence supports no clusters, although their mean silhouette is {silhouette}, {silhouette:range}.");
        yield return new(
            "principal components",
            $"Wrote PCA two ways in C#; they agree {ways:agreement}.",
            $"Wrote PCA by singular values and by covariance in C#, agreeing {ways:agreement}; held-out reconstruction error "
            + $"{error}, {error:range}.",
            $"Wrote PCA by singular values and by covariance in C#, agreeing {ways:agreement}; components kept against "
            + $"shuffled columns: {kept:bare}, with a reconstruction error on held-out rows of {error}, {error:range}.");
        yield return new(
            "what a preprocessing leak adds",
            $"Measured a preprocessing leak: held-out error looks {leak} better.",
            $"Measured, paired by row, how much better a preprocessing leak makes a held-out error look: {leak}, {leak:range}.",
            $"Showed why preprocessing is fitted on training rows alone: the leak of fitting it on all rows makes a held-out error look "
            + $"{leak} better, paired by row, {leak:range}.");
    }
}
