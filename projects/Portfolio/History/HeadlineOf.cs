using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.History;

/// <summary>The number that runs of a command are looked at for first.</summary>
internal static class HeadlineOf
{
    private static readonly string[] Ids =
    [
        "test.roc_auc", "test.accuracy", "regression.rmse", "kmeans.silhouette", "change.difference", "check.worst_autograd",
        "test.log_loss",
    ];

    /// <summary>Null where a run has measured none of them.</summary>
    public static Measurement? Run(FinishedRun run) =>
        Ids.Prepend(run.Verb == "decision" ? "test.average_precision" : Ids[0])
            .Select(id => run.Measurements.FirstOrDefault(one => one.Id == id)).FirstOrDefault(one => one is not null);
}
