using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The quick run of every project that a viva asks about.</summary>
public sealed class QuickRuns(
    QuickLogisticRun logistic, QuickPcaRun pca, QuickDecisionRun decision, QuickNetRun net, QuickEvaluationRun evaluation,
    QuickCalculusRun calculus, QuickDistributionsRun distributions, QuickRegressionRun regression)
{
    internal IReadOnlyList<FinishedRun> All => field ??= [.. Folders.Select(FinishedRun.Open)];

    internal IReadOnlyList<string> Folders =>
    [
        logistic.Run.Folder!, pca.Run.Folder!, decision.Run.Folder!, net.Run.Folder!, evaluation.Run.Folder!, calculus.Run.Folder!,
        distributions.Run.Folder!, regression.Run.Folder!,
    ];
}
