using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise11;

/// <summary>A validation curve, and how many epochs one waits for a new lowest loss.</summary>
internal sealed record WatchedCurve(double[] Validation, int Patience)
{
    public static WatchedCurve Drawn(Random random)
    {
        int epochs = random.Next(8, 25), bottom = random.Next(2, 10);
        double[] curve = [.. Enumerable.Range(0, epochs)
            .Select(epoch => Math.Round(1 + 0.01 * (epoch - bottom) * (epoch - bottom) + 0.4 * random.NextDouble(), 4))];
        return curve.Distinct().Count() == epochs ? new(curve, random.Next(2, 5)) : Drawn(random);
    }

    public IEnumerable<WatchedCurve> Simpler() =>
        Simplify.Without(Validation.Length, least: 2).Select(kept =>
            this with { Validation = [.. kept.Select(epoch => Validation[epoch])] });

    public override string ToString() => FormattableString.Invariant($"validation = {Written.Of(Validation)}, patience = {Patience}");
}

/// <summary>Which epoch is kept, and at which training ends.</summary>
internal sealed record Stopped(double? Best, double? End)
{
    public override string ToString() => $"({Written.Of(Best)}, {Written.Of(End)})";
}

/// <summary><c>Stop(validation, patience)</c>: early stopping.</summary>
internal static class StopTask
{
    public static MethodTask<WatchedCurve, Stopped?> Task { get; } = new(
        "Stop", "(int Best, int End) Stop(double[] validation, int patience)",
        method => Binding.Of<WatchedCurve, Stopped?>(
            method, [typeof(double[]), typeof(int)], at => [at.Validation.Clone(), at.Patience],
            returned => Several.Numbers(returned, 2) is [var best, var end] ? new(best, end) : null),
        [
            new("both are epochs of the curve, counted from 0, and Best is not after End", WatchedCurve.Drawn, (at, came, _) =>
                came.Value is { Best: >= 0, End: { } end } stopped && stopped.Best <= end && end < at.Validation.Length),
            new("what comes after End changes nothing: it was never trained", WatchedCurve.Drawn, FutureIsUnknown),
            new("no epoch up to End has a lower loss than Best", WatchedCurve.Drawn, (at, came, _) =>
                came.Value is { Best: >= 0 and var best, End: { } end } && best < at.Validation.Length
                && at.Validation.Take((int)end + 1).All(loss => loss >= at.Validation[(int)best])),
            new("training ends `patience` epochs after the lowest loss so far, or with the curve", WatchedCurve.Drawn, (at, came, _) =>
                came.Value is { } stopped && stopped == Slipped(at, new HashSet<string>())),
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Slips =
        [
            new("any-fall-resets", "when any fall, and not only a new lowest loss, begins the waiting anew", "- 1"),
            new("lowest-of-all", "when the lowest of the whole curve is kept, epochs after the end among them", "Min"),
            new("one-too-late", "when it waits one epoch too many", ">"),
            new("one-too-early", "when it waits one epoch too few", ">=|- 1"),
            new("last-kept", "when the last epoch is kept, and not the best", "return"),
            new("never-reset", "when epochs without a new lowest loss are counted over the whole training", "= 0"),
            new("first-rise", "when the first rise ends it, whatever the patience", ">"),
            new("from-one", "when epochs are counted from 1", "+ 1"),
            new("never-ends", "when the training never ends early", "Length"),
        ],
        Slipped = (at, slips) => Slipped(at, slips),
        Same = (one, other) => one == other,
        Written = value => value?.ToString() ?? "null",
    };

    private static bool FutureIsUnknown(WatchedCurve at, Outcome<Stopped?> came, Func<WatchedCurve, Outcome<Stopped?>> again) =>
        came.Value is { End: { } end } stopped && end < at.Validation.Length
        && again(at with { Validation = [.. at.Validation.Select((loss, epoch) => epoch > end ? 0.01 * loss : loss)] }).Value == stopped;

    private static Stopped Slipped(WatchedCurve at, IReadOnlySet<string> slips)
    {
        double[] v = at.Validation;
        int patience = at.Patience + (slips.Contains("one-too-late") ? 1 : slips.Contains("one-too-early") ? -1 : 0);
        (int best, int waited, int end) = (0, 0, v.Length - 1);
        for (int place = 1; place < v.Length; place++)
        {
            bool isLowest = v[place] < v[best];
            if (isLowest) best = place;
            bool resets = slips.Contains("any-fall-resets") ? v[place] < v[place - 1] : isLowest && !slips.Contains("never-reset");
            waited = resets ? 0 : isLowest ? waited : waited + 1;
            bool ends = slips.Contains("first-rise") ? v[place] > v[place - 1] : waited >= patience && !slips.Contains("never-ends");
            if (!ends) continue;
            end = place;
            break;
        }

        if (slips.Contains("lowest-of-all")) best = Array.IndexOf(v, v.Min());
        if (slips.Contains("last-kept")) best = end;
        int from = slips.Contains("from-one") ? 1 : 0;
        return new(best + from, end + from);
    }
}
