using MlMaths.Torch.Data;
using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.PcaClustering.Sections;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.PcaClustering;

/// <summary>What the page says, and what goes into the other files.</summary>
internal static class PcaClusteringReport
{
    public static ProjectResult Of(PcaClusteringFindings findings)
    {
        Measurements measurements = PcaClusteringMeasurements.Of(findings);
        var report = new Report(
            "PCA and clustering insight report",
            Lead(findings, measurements),
            [
                ScalingSection.Of(findings, measurements),
                ComponentsSection.Of(findings, measurements),
                MeaningSection.Of(findings, measurements),
                EvidenceSection.Of(findings, measurements),
                GroupsSection.Of(findings, measurements),
                NoiseSection.Of(findings, measurements),
                BatchSection.Of(findings, measurements),
                LeakageSection.Of(findings, measurements),
                DistanceSection.Of(findings, measurements),
                NeighboursSection.Of(findings, measurements),
            ]);
        return new ProjectResult(report, measurements, Cv(findings, measurements))
        {
            Headline = ["pca.ratio.pc1", "pca.components.kept", "kmeans.silhouette"],
            Model = Model(findings),
            Tables = [Clusters(findings)],
        };
    }

    private static MarkdownText Lead(PcaClusteringFindings findings, Measurements measurements)
    {
        Dataset rows = findings.Data.Rows;
        ClusterFindings clusters = findings.Clusters;
        string components = findings.Components.Thresholds.KeptByPermutation switch
        {
            0 => "none stands out",
            1 => "1 stands out",
            int several => $"{several} stand out",
        };
        MarkdownText about = clusters.Verdict.Finding switch
        {
            ClusterFinding.Clusters => MarkdownText.Of(
                $"The rows form **{clusters.Verdict.K} clusters**, with emptier places between any two of them than chance "
                + $"leaves within a single cluster.{Unstable(clusters)}"),
            ClusterFinding.WeakStructure => MarkdownText.Of(
                $"There is **weak structure**, such as a bend or a few outlying rows, but no clusters that lie apart."),
            ClusterFinding.OneColumn => MarkdownText.Of(
                $"There are no clusters: what looks like two is **the values of one column**."),
            ClusterFinding.BatchArtefact => MarkdownText.Of(
                $"What looks like clusters is **a batch artefact**: "
                + $"the groups are the known batches, and disappear once these are centred."),
            ClusterFinding.None => MarkdownText.Of(
                $"There are **no clusters** that so many rows could show{Smallest(clusters)}."),
        };
        return $"Of the components of the {rows.Columns} columns of *{rows.Name}*, {components} from chance; "
            + $"the first explains {measurements["pca.ratio.pc1"]} of the variance. {about}";
    }

    // The gaps prove the groups; that k-means finds them is another matter.
    private static MarkdownText Unstable(ClusterFindings clusters) => clusters.Evidence.Stability.IsStable
        ? MarkdownText.Empty
        : MarkdownText.Of(
            $" k-means does not find them again: over resamples its groups agree with an adjusted Rand index of only "
            + $"{clusters.Evidence.Stability.Agreement.Value:0.00}.");

    private static MarkdownText Smallest(ClusterFindings clusters) => clusters.Evidence.Smallest is { } smallest
        ? MarkdownText.Of($": two equal groups {smallest:0.#} of their deviations apart would have been found")
        : MarkdownText.Empty;

    private static CvLines Cv(PcaClusteringFindings findings, Measurements measurements)
    {
        var cv = new CvLines();
        cv.Add(
            $"Implemented principal component analysis in C# on TorchSharp by two independent ways that agree to "
            + $"{measurements["pca.ways_difference"]:value}, and kept the {measurements["pca.components.kept"]:value} "
            + $"that beat shuffled columns; held-out rows are reconstructed from them with an error of "
            + $"{measurements["pca.reconstruction.test"]} in standardised units.");
        if (findings.Clusters.AreClusters)
        {
            cv.Add(
                $"Found {measurements["kmeans.k"]:value} clusters with k-means written from scratch, "
                + $"stable over resamples to an adjusted Rand index of {measurements["kmeans.stability"]}, "
                + $"and tested that there are gaps between them before believing them.",
                measurements["kmeans.stability"], CvRules.NotAbove(measurements["kmeans.stability"], 0));
        }
        else
        {
            cv.Add(
                $"Tested whether there are gaps between k-means groups with a mean silhouette of "
                + $"{measurements["kmeans.silhouette"]}, and reported that the evidence does not support clusters.");
        }
        if (findings.Batches.Known is null)
        {
            cv.Add(
                $"Planted a batch effect that explains {measurements["batch.r2.before"].InPercent:value} of the "
                + $"variance, detected it, corrected it by centring, and verified the correction on neighbourhoods: "
                + $"the share that rejects mixing fell from {measurements["batch.rejection.before"]:value} to "
                + $"{measurements["batch.rejection.after"]:value}.");
        }
        else
        {
            cv.Add(
                $"Measured how much of the variance known batches explain, "
                + $"{measurements["batch.r2.before"].InPercent:value}, "
                + $"and verified their correction on neighbourhoods: the share that rejects mixing went from "
                + $"{measurements["batch.rejection.before"]:value} to {measurements["batch.rejection.after"]:value}.");
        }
        cv.Add($"Measured how much preprocessing leakage improves a held-out error: "
            + $"{measurements["leakage.difference"]}, paired by row.");
        return cv;
    }

    private static Dictionary<string, object?> Model(PcaClusteringFindings findings)
    {
        IReadOnlyList<string> columns = findings.Data.Columns;
        return new Dictionary<string, object?>
        {
            ["means"] = ByColumn(findings.Data.Scaler.Means),
            ["deviations"] = ByColumn(findings.Data.Scaler.Deviations),
            ["components"] = findings.Components.Fit.Components.Select(ByColumn).ToArray(),
            ["explained_variance"] = findings.Components.Fit.ExplainedVariance,
            ["explained_variance_ratio"] = findings.Components.Fit.Ratio,
            ["components_kept"] = findings.Components.Kept,
            ["centres"] = findings.Clusters.Centres.Select(ByColumn).ToArray(),
            // y = zU: rows belong to the nearest centre in y; null where they do in z.
            ["group_units"] = findings.Clusters.Units,
            ["verdict"] = findings.Clusters.Verdict.Finding.InWords(),
        };

        Dictionary<string, double> ByColumn(IReadOnlyList<double> numbers) =>
            columns.Select((name, column) => (name, numbers[column])).ToDictionary(pair => pair.name, pair => pair.Item2);
    }

    /// <summary>Every row of the data set; the silhouette is blank where a large table was sampled.</summary>
    private static ResultTable Clusters(PcaClusteringFindings findings)
    {
        ClusterFindings clusters = findings.Clusters;
        var silhouettes = clusters.Silhouette.Rows.Zip(clusters.Silhouette.Values).ToDictionary(pair => pair.First, pair => pair.Second);
        return new ResultTable(
            "clusters.csv", ["row", "cluster", "pc1", "pc2", "silhouette"],
            Enumerable.Range(0, clusters.Labels.Count).Select(row => (IReadOnlyList<object?>)
            [
                row, clusters.Labels[row] + 1, findings.Components.Scores[row][0], findings.Components.Scores[row][1],
                silhouettes.TryGetValue(row, out double silhouette) ? silhouette : null,
            ]));
    }
}
