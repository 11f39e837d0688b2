using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering;

/// <summary>The numbers of this project that a person may quote.</summary>
internal static class PcaClusteringMeasurements
{
    public static Measurements Of(PcaClusteringFindings findings)
    {
        var measurements = new Measurements();
        AddComponents(measurements, findings);
        AddClusters(measurements, findings.Clusters);
        AddTraps(measurements, findings);
        return measurements;
    }

    private static void AddComponents(Measurements measurements, PcaClusteringFindings findings)
    {
        ComponentFindings components = findings.Components;
        measurements.Add("pca.ratio.pc1", "Variance explained by PC1", components.Stability.Ratios[0], "",
            "share of the training rows' variance");
        measurements.Add("pca.ratio.pc2", "Variance explained by PC2", components.Stability.Ratios[1], "",
            "share of the training rows' variance");
        measurements.Add(
            "pca.raw.ratio.pc1", "Variance explained by PC1 of unscaled columns", findings.Scaling.RawRatio, "",
            "share of the training rows' variance");
        measurements.Add("pca.components.kept", "Components kept", components.Kept, "",
            FormattableString.Invariant($"above the 95 % quantile of {components.Thresholds.Permutations} tables with ")
            + "shuffled columns, one at least");
        measurements.Add(
            "pca.ratio.kept", "Variance explained by the kept components", components.Fit.Ratio.Take(components.Kept).Sum(), "",
            "share of the training rows' variance");
        measurements.Add("pca.reconstruction.test", "Reconstruction error of held-out rows", components.TestErrorKept, "per value",
            "mean square in the units of the training columns, with the kept components");
        measurements.Add("pca.congruence.pc1", "Congruence of PC1", components.Stability.Congruence[0], "",
            FormattableString.Invariant($"mean over {components.Stability.Resamples} resamples of the rows; 1: the same axis each time"));
        measurements.Add(
            "pca.ways_difference", "Largest difference between the two ways to the components",
            components.LargestDifference, "",
            "singular values against covariance, over the loadings and shares of PC1 and PC2");
    }

    private static void AddClusters(Measurements measurements, ClusterFindings clusters)
    {
        string units = clusters.InGroupUnits ? "in deviations of the groups" : "in the units asked for";
        measurements.Add("kmeans.k", "Groups drawn", clusters.K, "",
            $"{clusters.KFrom}; the verdict is: {clusters.Verdict.Finding.InWords()}");
        measurements.Add("kmeans.inertia", $"Inertia of the groups drawn, {units}", clusters.Inertia, "",
            "Σ of squared distances to the centres, training rows");
        measurements.Add("kmeans.silhouette", $"Mean silhouette of the groups drawn, {units}", clusters.SilhouetteMean, "",
            "all rows, with the groups kept as they are");
        measurements.Add("kmeans.stability", "Stability (adjusted Rand)", StabilityOf(clusters), "",
            "pairs of bootstrap samples of the training rows, clustered again");
        measurements.Add("kmeans.held_out_agreement", "Agreement on held-out rows (adjusted Rand)", clusters.HeldOutAgreement, "",
            "held-out rows clustered by themselves, against the nearest centre of the training rows", "there are too few held-out rows");
        if (clusters.Judged.Groups.K == 1)
        {
            measurements.Add("clusters.smallest", "Smallest separation that would have shown", clusters.Judged.Smallest, "deviations",
                "two equal groups, planted in these rows in ten draws for each distance: found in eight",
                "not even ten deviations would have shown");
        }
        measurements.Add("gap.k", "Groups by the gap statistic", GapK(clusters.Evidence), "",
            "principal box: first k whose gap is at least the next gap minus its error",
            "every further group still widens the gap");
        measurements.Add(
            "agreement.adjusted_rand", "Agreement with the target (adjusted Rand)",
            clusters.Target?.AdjustedRand ?? NoTarget, "", "all rows; the target was not used");
        measurements.Add("agreement.information", "Information shared with the target", clusters.Target?.Information, "",
            "normalised mutual information, all rows; the target was not used", NoTarget.WhyUndefined);
        measurements.Add("verdict.confidence", "Share of the rules behind the verdict", clusters.Verdict.Confidence, "",
            RuleVotes.How(clusters.Verdict.Finding));
    }

    private static void AddTraps(Measurements measurements, PcaClusteringFindings findings)
    {
        LeakageFindings leakage = findings.Leakage;
        measurements.Add("leakage.difference", "How much better a leak looks", leakage.Difference, "per value",
            "held-out reconstruction error, fitted on training rows minus fitted on all rows, paired by row");
        measurements.Add("leakage.duplicates_difference", "How much better "
            + "duplicates look", leakage.Duplicated, "per value",
            "the same, with a quarter of the held-out rows copied into training");

        BatchFindings batches = findings.Batches;
        (BatchEffect before, BatchEffect after) = batches.Known ?? (batches.Before, batches.After);
        string which = batches.Known is null ? "planted offset of one deviation in half the rows" : "the batches of --batch";
        measurements.Add("batch.r2.before", "Variance between batches", before.Regression.R2, "",
            $"{which}; principal component regression");
        measurements.Add("batch.r2.after", "Variance between batches, centred", Math.Round(after.Regression.R2, 12), "",
            $"{which}; each batch moved onto the common mean, which makes it 0");
        measurements.Add("batch.rejection.before", "Neighbourhoods that are not mixed", before.Mixing.RejectionRate, "",
            $"{which}; share of rows whose neighbours reject the χ² test of mixing");
        measurements.Add(
            "batch.rejection.after", "Neighbourhoods that are not mixed, centred", after.Mixing.RejectionRate, "",
            $"{which}; each batch moved onto the common mean");

        measurements.Add(
            "noise.silhouette", "Silhouette of three groups in pure noise", findings.Noise.Silhouette, "",
            "as many columns as the data has, independent and normal", "all rows coincide");
        measurements.Add(
            "noise.predicted", "Accuracy of predicting groups that do not exist", findings.Noise.PredictedShare, "",
            "nearest mean, ten folds, the groups that k-means made of noise");
        measurements.Add(
            "outlier.degrees", "Turn of PC1 by one planted row", findings.Outliers.Planted.Degrees, "degrees",
            "one distant row, then left out again", "all other rows are alike");
        measurements.Add(
            "neighbours.disagreement", "Neighbours on which distance and cosine disagree",
            findings.Neighbours.Disagreement.Share, "",
            FormattableString.Invariant($"share of the {findings.Neighbours.K} nearest of each row"), "every row is zero");
        measurements.Add(
            "digits.accuracy.distance", "Nearest digit by distance is the same digit", findings.Neighbours.ByDistance,
            "", "each digit against all others, raw pixels");
        measurements.Add(
            "digits.accuracy.cosine", "Nearest digit by cosine is the same digit", findings.Neighbours.ByCosine, "",
            "each digit against all others, raw pixels");
    }

    private static Interval NoTarget => Interval.Undefined("there is no target that names groups");

    private static Interval StabilityOf(ClusterFindings clusters) =>
        clusters.Judged.Stability.K == clusters.K
            ? clusters.Judged.Stability.Agreement
            : Interval.Undefined($"it was measured for {clusters.Judged.Stability.K} clusters, and {clusters.K} are drawn");

    private static int? GapK(ClusterEvidence evidence) =>
        evidence.Gaps.First(gap => gap.Reference == StructurelessReference.PrincipalBox).K;
}
