using System.Globalization;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>Rows that come in together and are looked at together, a week say.</summary>
/// <param name="Name">As prose says it: <c>week 41</c>.</param>
/// <param name="Short">As an axis says it: <c>41</c>.</param>
/// <param name="Start">Its first time, or its number where nothing orders the rows.</param>
/// <param name="Rows">With the labels that came later.</param>
internal sealed record DeployedWindow(string Name, string Short, double Start, ScoredRows Rows);

/// <summary>What came after the model was finished, window by window.</summary>
/// <param name="All">In order.</param>
/// <param name="Unit">What a window is called: <c>week</c>, or <c>window</c>.</param>
/// <param name="Drawn">The rows that the windows were drawn from, where nothing orders the rows in time; else null.</param>
/// <param name="DeployedFrom">Place of the first window after the test rows, or at the new rate where the windows were
/// drawn: those before are as before.</param>
internal sealed record DeployedWindows(IReadOnlyList<DeployedWindow> All, string Unit, DrawnFrom? Drawn, int DeployedFrom)
{
    private const int MinRows = 200, MaxWindows = 24, DrawnWindows = 12, DrawnAtOldRate = 4, LongestDrawn = 500;
    private const double DefaultFactor = 3, SmallestRate = 1e-4;

    /// <summary>How many rows the windows were drawn from; null where they came by time.</summary>
    public int? Pool => Drawn?.Rows.Count;

    /// <summary>Whether the windows were drawn, as nothing orders the rows in time: then no sentence tells them as what happened.</summary>
    public bool IsSimulated => Drawn is not null;

    /// <summary>Base rate of the windows from <see cref="DeployedFrom"/> on, where they were drawn; else null.</summary>
    public double? NewRate => Drawn?.NewRate;

    /// <summary>Test rows and deployed rows by time; or windows drawn from the test rows where there are no times.</summary>
    /// <param name="rows">All rows, which know what their time is called.</param>
    /// <param name="reference">Whose base rate the drawn windows start at.</param>
    /// <param name="test">From before the deployment.</param>
    /// <param name="deployment">From after it; null where there are none.</param>
    /// <param name="deployedRate">Base rate of the later drawn windows; null: three times as many, or three times the
    /// odds where that is too many.</param>
    /// <param name="seed">Of the draws.</param>
    public static DeployedWindows Of(
        Dataset rows, ScoredRows reference, ScoredRows test, ScoredRows? deployment, double? deployedRate, int seed)
    {
        bool isTimed = rows.Time is not null && test.Times is not null && deployment is not { Times: null };
        return isTimed ? ByTime(rows.Time!, test, deployment) : OfPool(reference, test, deployedRate, seed);
    }

    /// <summary>The same rows, some of them.</summary>
    public static ScoredRows Select(ScoredRows from, int[] places)
    {
        return new ScoredRows(Of(from.Rows), Of(from.Labels), Of(from.Probabilities))
        {
            Truth = from.Truth is { } truth ? Of(truth) : null,
            Amounts = from.Amounts is { } amounts ? Of(amounts) : null,
            Times = from.Times is { } times ? Of(times) : null,
        };

        T[] Of<T>(T[] values) => [.. places.Select(place => values[place])];
    }

    private static DeployedWindows ByTime(TimeColumn time, ScoredRows test, ScoredRows? deployment)
    {
        int all = test.Count + (deployment?.Count ?? 0), fewest = Math.Max(MinRows, (int)Math.Ceiling((double)all / MaxWindows));
        DeployedWindow[] before = [.. Cut(time, test, fewest)],
            windows = [.. before, .. deployment is null ? [] : Cut(time, deployment, fewest)];
        return new DeployedWindows(
            windows,
            time.IsDate || windows.Any(window => window.Rows.Times![0] != window.Rows.Times[^1]) ? "window" : time.Name,
            null, deployment is null ? 0 : before.Length);
    }

    /// <summary>Rows of one time stay together; times are joined until a window is large enough, the rest joins the last one.</summary>
    private static IEnumerable<DeployedWindow> Cut(TimeColumn time, ScoredRows part, int fewest)
    {
        int[] order = [.. Enumerable.Range(0, part.Count).OrderBy(place => part.Times![place])];
        List<int> ends = [];
        for (int end = 1, start = 0; end <= order.Length; end++)
        {
            bool isEndOfTime = end == order.Length || part.Times![order[end]] != part.Times[order[end - 1]];
            if (!isEndOfTime || end - start < fewest) continue;
            ends.Add(start = end);
        }

        if (ends.Count == 0 && order.Length > 0) ends.Add(order.Length);
        if (ends.Count > 0) ends[^1] = order.Length;
        for (int k = 0; k < ends.Count; k++)
        {
            ScoredRows rows = Select(part, order[(k == 0 ? 0 : ends[k - 1])..ends[k]]);
            string first = Said(time, rows.Times![0]), last = Said(time, rows.Times[^1]),
                span = first == last ? first : $"{first} to {last}";
            yield return new DeployedWindow(time.IsDate ? span : $"{time.Name} {span}", first, rows.Times[0], rows);
        }
    }

    private static string Said(TimeColumn time, double at) => time.IsDate
        ? DateTime.UnixEpoch.AddDays(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : at.ToString("0.####", CultureInfo.InvariantCulture);

    private static DeployedWindows OfPool(ScoredRows reference, ScoredRows test, double? deployedRate, int seed)
    {
        double b = Math.Clamp((double)reference.Positives / reference.Count, SmallestRate, 1 - SmallestRate);
        double moved = deployedRate ?? (DefaultFactor * b <= 0.5 ? DefaultFactor * b : DefaultFactor * b / (1 + (DefaultFactor - 1) * b));
        double[] rates = [.. Enumerable.Range(0, DrawnWindows).Select(w => w < DrawnAtOldRate ? b : moved)];
        var pool = WindowPool.Of(test.Labels);
        IReadOnlyList<int[]> windows = pool.Windows(rates, Math.Min(test.Count, LongestDrawn), seed);
        return new DeployedWindows(
            [.. windows.Select((places, w) => new DeployedWindow($"window {w + 1}", $"{w + 1}", w + 1, Select(test, places)))],
            "window", new DrawnFrom(pool, test, moved, windows), DrawnAtOldRate);
    }
}

/// <summary>What windows were drawn from.</summary>
/// <param name="Pool">Draws them.</param>
/// <param name="Rows">Of the pool.</param>
/// <param name="NewRate">Base rate of the later windows.</param>
/// <param name="Places">Rows of the pool, window by window.</param>
internal sealed record DrawnFrom(WindowPool Pool, ScoredRows Rows, double NewRate, IReadOnlyList<int[]> Places);
