using MlMaths.Torch.Cli;
using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.PcaClustering;

/// <summary>Project 2: principal components and clusters, and what to believe of them.</summary>
internal sealed class PcaClusteringProject : IProject<PcaClusteringOptions>
{
    private const string EmbeddedData = "wine";

    public string Name => "pca-clustering";

    public string Verb => "pca";

    public string Title => "PCA and clustering insight report";

    public TableScale? Scale { get; } = new(MaxRows: 2_000_000, MeasuredRows: 2_000_000, Seconds: 54, Gigabytes: 3.6);

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

    public PreparedRun Prepare(PcaClusteringOptions options, RunContext context)
    {
        Dataset rows = context.ReadData(
            EmbeddedData, new ColumnRoles { TargetMayLack = true, Batch = options.Batch }, encodesCategories: options.EncodesCategories);
        torch.Device device = ComputeDevice.Parse(context.Common.Device).Resolve();
        var data = VaryingRows.From(rows, options.Scaling, context.Common.Seed, device);
        ComputeThreads.Suit((long)rows.Rows * data.Rows.Columns);
        return PreparedRun.Of(data.Preparation.Apply(rows), null, data.Preparation, device, run => Work(options, data, run));
    }

    private static ProjectResult Work(PcaClusteringOptions options, VaryingRows prepared, BegunRun run)
    {
        using VaryingRows data = prepared;
        int seed = run.Common.Seed;
        ScalingFindings scaling = ScalingFindings.Fit(data);
        ComponentFindings components = run.Stage("Finding components", () => ComponentFindings.FitAll(data, options, seed));
        AxisEnds[] ends = [AxisEnds.Of(data, components.FirstScores), AxisEnds.Of(data, components.SecondScores)];
        ClusterEvidence evidence = run.Stage("Gathering evidence for clusters", () => Evidence(data, options, seed));
        ClusterFindings clusters = run.Stage("Clustering", () => ClusterFindings.Fit(data, evidence, options, seed));
        LeakageFindings leakage = run.Stage("Leaking on purpose",
            () => LeakageFindings.Fit(data, components.Kept, options, seed, run.CancellationToken));
        BatchFindings batches = run.Stage("Planting a batch effect", () => BatchFindings.Fit(data, clusters.K, options, seed));
        NoiseFindings noise = run.Stage("Clustering pure noise", () => NoiseFindings.Fit(data, seed));
        OutlierFindings outliers = run.Stage("Leaving rows out", () => OutlierFindings.Fit(data, components.Fit));
        NeighbourFindings neighbours = run.Stage("Comparing neighbours", () => NeighbourFindings.Of(data, options, seed));

        return PcaClusteringReport.Of(new PcaClusteringFindings(
            data, options, scaling, components, ends, clusters, leakage, batches, noise,
            DistanceConcentration.Of(data.All, seed), outliers, neighbours));
    }

    private static ClusterEvidence Evidence(VaryingRows data, PcaClusteringOptions options, int seed)
    {
        IReadOnlyList<string>? batches =
            data.Rows.Batch is { } batch ? [.. data.Split.Training.Rows.Select(row => batch.OfRow[row])] : null;
        (int maxK, int references) =
            options.Quick ? (QuickMostK, QuickReferences) : (ClusterEvidence.DefaultMaxK, GapStatistic.DefaultReferences);
        using Tensor given = data.RawOf(data.Split.Training);
        return ClusterEvidence.Gather(data.Training, seed, batches, maxK, references, given);
    }

    private const int QuickMostK = 6, QuickReferences = 10;
}
