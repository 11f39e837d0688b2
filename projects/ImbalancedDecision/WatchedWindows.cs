using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>Looks at each window in every way.</summary>
internal static class WatchedWindows
{
    /// <summary>What the score is called among the columns; quotation marks tell it from a column of that name.</summary>
    public const string Score = "the score";

    // More cells than these are sorted and drawn again for too long: then a sample of the reference rows stands for all.
    private const int MaxCells = 200_000;

    public static IEnumerable<MonitoredWindow> Of(
        Dataset rows, ScoredRows reference, LabelledReference labelled, DeployedWindows windows, MeanNullDistribution strays,
        ErrorCosts costs, double threshold,
        int seed, bool isQuick)
    {
        IReadOnlyList<WindowEstimate> estimates = WindowEstimates.Of(
            labelled, [.. windows.All.Select(
                window => UnlabelledWindow.CalledAt(threshold, window.Rows.Probabilities, window.Rows.Amounts))],
            threshold, costs,
            seed, isQuick ? 200 : 500, windows.Drawn is { } drawn ? new WindowOrigin(drawn.Rows.Count, drawn.Places) : null);
        MixtureDriftTest drift = DriftFrom(rows, reference, labelled);
        var alarms = windows.All.Select(window => window.Rows.Count).Distinct()
            .ToDictionary(n => n, n => strays.Alarm(n, MonitorFindings.FalseAlarmRate));
        for (int w = 0; w < windows.All.Count; w++)
        {
            ScoredRows part = windows.All[w].Rows;
            yield return new MonitoredWindow(
                windows.All[w], estimates[w], alarms[part.Count], PopulationStability.Of(reference.Probabilities, part.Probabilities),
                drift.Test([.. ColumnsOf(rows, part)], estimates[w].BaseRate.Value!.Value,
                    Seeds.Of(seed, DrawnFor.Drift, w), isQuick ? 199 : 499, windows.Pool),
                ByLabels(part, costs, threshold));
        }
    }

    /// <summary>What the calls came to.</summary>
    private static ExpectedPerformance ByLabels(ScoredRows part, ErrorCosts costs, double threshold) => ExpectedPerformance.Of(
        [.. part.Probabilities.Select(p => p >= threshold)], [.. part.Labels.Select(label => label ? 1.0 : 0)], costs, part.Amounts);

    private static MixtureDriftTest DriftFrom(Dataset rows, ScoredRows reference, LabelledReference labelled)
    {
        ScoredRows sample = SampleOf(reference, Math.Max(200, MaxCells / (rows.Columns + 1)));
        return new MixtureDriftTest([.. rows.ColumnNames, Score], [.. ColumnsOf(rows, sample)], sample.Labels,
            labelled.AsItIs.Of(sample.Probabilities));
    }

    // Every so many rows of each class, so that the base rate stays.
    private static ScoredRows SampleOf(ScoredRows reference, int most)
    {
        if (reference.Count <= most) return reference;
        int every = (int)Math.Ceiling((double)reference.Count / most);
        int[] kept =
        [
            .. Enumerable.Range(0, reference.Count).GroupBy(row => reference.Labels[row])
                .SelectMany(one => one.Where((_, place) => place % every == 0)).Order(),
        ];
        return DeployedWindows.Select(reference, kept);
    }

    private static IEnumerable<double[]> ColumnsOf(Dataset rows, ScoredRows part)
    {
        for (int column = 0; column < rows.Columns; column++)
        {
            double[] values = new double[part.Count];
            for (int i = 0; i < values.Length; i++)
                values[i] = rows.Row(part.Rows[i])[column];
            yield return values;
        }

        yield return part.Probabilities;
    }
}
