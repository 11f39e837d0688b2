using MlMaths.Torch.Optimisation;
using TorchSharp.Modules;

namespace MlMaths.Torch.Runs;

/// <summary>Training curves as TensorBoard reads them: one chart per quantity, one curve per run and split.</summary>
internal static class TensorBoardEvents
{
    /// <summary>More points than a screen has columns cost time and show nothing.</summary>
    internal const int MaxPointsPerCurve = 2000;

    /// <summary>Writes an events file into the folder, which holds nothing else yet, and names it.</summary>
    public static string Write(string folder, IEnumerable<HistoryRow> history, DateTimeOffset startedAt)
    {
        SummaryWriter writer = torch.utils.tensorboard.SummaryWriter(folder, "", createRunName: false);
        foreach (IGrouping<string, HistoryRow> curve in history.GroupBy(Tag))
        {
            foreach (HistoryRow point in Thinned([.. curve]))
                writer.add_scalar(curve.Key, (float)point.Value, point.Step, startedAt.ToUnixTimeSeconds());
        }

        return Directory.GetFiles(folder).Single();
    }

    /// <summary>What stands before the slash is the chart.</summary>
    private static string Tag(HistoryRow row) => $"{row.Quantity}/{row.Run} {row.Split}".TrimEnd();

    /// <summary>Evenly many points, the first and the last among them.</summary>
    internal static IEnumerable<HistoryRow> Thinned(IReadOnlyList<HistoryRow> curve) =>
        curve.Count <= MaxPointsPerCurve
            ? curve
            : Enumerable.Range(0, MaxPointsPerCurve).Select(i => curve[(int)((long)i * (curve.Count - 1) / (MaxPointsPerCurve - 1))]);
}
