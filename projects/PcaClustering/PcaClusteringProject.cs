using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.PcaClustering;

/// <summary>Project 2: principal components and clusters, and what to believe of them.</summary>
internal sealed class PcaClusteringProject : IProject<PcaClusteringOptions>
{
    private const string EmbeddedData = "wine";

    public string Name => "pca-clustering";

    public string Verb => "pca";

    public string Title => "PCA and clustering insight report";

    public TableScale? Scale { get; } = new(MostRows: 2_000_000, MeasuredRows: 2_000_000, Seconds: 54, Gigabytes: 3.6);

    public string Description =>
        "Finds the principal components of a table and reads them in words, asks whether it has clusters and answers with clusters, "
        + "weak structure, none or a batch artefact, and shows on the same rows what could mislead you: scaling, "
        + "leakage, batches, noise, "
        + "distances in many dimensions, outliers.";

    public IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("", "the wine data, in half a minute"),
        new("--quick", "the same path with fewer resamples"),
        new("--data digits", "pictures of handwritten digits"),
        new("--data mine.csv", "your own CSV of numbers, no target needed"),
        new("--data mine.csv --target species --batch day", "clusters checked against a target and a known batch"),
        new("--k 4", "your own number of clusters, and what the evidence says about it"),
    ];

    public IReadOnlyList<ProjectOption> Options => PcaClusteringOptions.All;

    public PcaClusteringOptions Checked(ParsedOptions parsed) => PcaClusteringOptions.Checked(parsed);

    public ProjectResult Run(PcaClusteringOptions options, RunContext context)
    {
        CommonOptions common = context.Common;
        int seed = common.Seed;
        Dataset rows = context.ReadData(EmbeddedData, new ColumnRoles { TargetMayLack = true, Batch = options.Batch });
        torch.Device device = ComputeDevice.Parse(common.Device).Resolve();
        ComputeThreads.Suit((long)rows.Rows * rows.Columns);
        using PreparedRows data = PreparedRows.From(rows, options.Scaling, seed, device);
        context.BeginRun(DataDescription.Of(rows, null), device.ToString());

        ScalingFindings scaling = ScalingFindings.Of(data);
        ComponentFindings components = context.Stage("Finding components", () => ComponentFindings.Of(data, options, seed));
        AxisEnds[] ends = [AxisEnds.Of(data, components.FirstScores), AxisEnds.Of(data, components.SecondScores)];
        ClusterEvidence evidence = context.Stage("Gathering evidence for clusters", () => Evidence(data, options, seed));
        ClusterFindings clusters = context.Stage("Clustering", () => ClusterFindings.Of(data, evidence, options, seed));
        LeakageFindings leakage = context.Stage("Leaking on purpose",
            () => LeakageFindings.Of(data, components.Kept, options, seed, context.CancellationToken));
        BatchFindings batches = context.Stage("Planting a batch effect", () => BatchFindings.Of(data, clusters.K, options, seed));
        NoiseFindings noise = context.Stage("Clustering pure noise", () => NoiseFindings.Of(data, seed));
        OutlierFindings outliers = context.Stage("Leaving rows out", () => OutlierFindings.Of(data, components.Fit));
        NeighbourFindings neighbours = context.Stage("Comparing neighbours", () => NeighbourFindings.Of(data, options, seed));

        return PcaClusteringReport.Of(new PcaClusteringFindings(
            data, options, scaling, components, ends, clusters, leakage, batches, noise,
            DistanceConcentration.Of(data.All, seed), outliers, neighbours));
    }

    private static ClusterEvidence Evidence(PreparedRows data, PcaClusteringOptions options, int seed)
    {
        IReadOnlyList<string>? batches =
            data.Rows.Batch is { } batch ? [.. data.Split.Training.Rows.Select(row => batch.OfRow[row])] : null;
        (int mostK, int references) =
            options.Quick ? (QuickMostK, QuickReferences) : (ClusterEvidence.UsualMostK, GapStatistic.UsualReferences);
        return ClusterEvidence.Gather(data.Training, seed, batches, mostK, references);
    }

    private const int QuickMostK = 6, QuickReferences = 10;
}
