using System.Reflection;
using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise08;

/// <summary><c>Log(gradients, clear, backward, update, steps)</c>: one norm for each step, until one is above 1,000.</summary>
internal static class LogTask
{
    /// <summary>A longer gradient ends the training.</summary>
    public const double Unstable = 1000;

    /// <summary>What people do wrong around the norm.</summary>
    public static IReadOnlyList<Slip> OfSteps { get; } =
    [
        new("not-cleared", "when gradients are not cleared: backward adds to those of all steps before", "backward"),
        new("cleared-after-backward", "when gradients are cleared after backward, and before anybody has read them", "clear"),
        new("before-backward", "when the norm is taken before backward has made the gradient", "Norm|Add"),
        new("not-updated", "when the weights are never updated: each step finds the same gradient", "backward"),
        new("one-step-fewer", "with one step fewer", "for|while"),
        new("one-step-more", "with one step more", "for|while|<="),
        new("updated-twice", "when the weights are updated twice in a step", "update"),
    ];

    public static MethodTask<TrainedNet, LogSeen?> Task { get; } = new(
        "Log", "double[] Log(double[][] gradients, Action clear, Action backward, Action update, int steps)",
        method => Bound(method),
        [
            new("gradients are 0 before each backward", TrainedNet.Stable,
                (_, came, _) => came.Value is { WasCleared: true }) { Draws = 4 },
            new("each step is one backward and then one update", TrainedNet.Stable,
                (_, came, _) => came.Value is { } seen && IsInTurn(seen.Calls)) { Draws = 4 },
            new("a training that stays stable has all its steps", TrainedNet.Stable,
                (at, came, _) => came.Value is { } seen && seen.Calls.Count(call => call == 'b') == at.Steps) { Draws = 4 },
            new("there is one norm for each backward: the length of the gradient that it left", TrainedNet.Stable,
                (_, came, _) => came.Value is { TellsLengths: true }) { Draws = 6 },
            new("the first norm above 1,000 ends the training, and is the last of the log", TrainedNet.Unstable,
                (at, came, _) => came.Value is { TellsLengths: true } seen && Ends(at, seen)) { Draws = 4 },
            new("a step that is unstable is not taken: no update follows it", TrainedNet.Unstable,
                (at, came, _) => came.Value is { } seen && (seen.Lengths.Count == 0 || IsStable(seen.Lengths[^1]) || seen.Calls[^1] == 'b'))
                { Draws = 4 },
            new("a norm that is NaN ends the training, too: it is neither above 1,000 nor below", TrainedNet.Undefined,
                (_, came, _) => came.Value is { Norms: [var first, ..] norms, Calls: var calls }
                    && (!double.IsNaN(first) || (norms.Count == 1 && calls == "b"))) { Draws = 2 },
        ],
        at => at.Shown(isClipped: false))
    {
        Simpler = at => at.Simpler(),
        Searched = random =>
        [
            .. Enumerable.Range(0, 4).SelectMany(_ => new[] { TrainedNet.Stable(random), TrainedNet.Unstable(random) }),
            TrainedNet.Undefined(random),
        ],
        Slips =
        [
            .. OfSteps,
            new("unstable-left-out", "when the norm that is too large is left out of the log", "1000|Add"),
            new("updated-when-unstable", "when the unstable step is taken before it is noticed", "update"),
            new("goes-on", "when the training goes on although its norm is above 1,000", "for|while"),
            new("not-a-number-goes-on", "when a norm that is NaN lets the training go on: NaN > 1000 is false", "1000"),
            new("padded", "when the log is as long as all steps: zeros that nobody measured follow where training ended", "new double"),
            new("last-alone", "when only the last norm is returned", "return"),
            new("cut-at-limit", "when a norm above 1,000 is written down as 1,000", "Min|1000"),
            new("stops-early", "when it ends one step before the norm is too large", "1000"),
            .. NormTask.Slips,
        ],
        Slipped = Slipped,
        Same = (one, other) => one!.IsLike(other!),
        Written = value => value?.ToString() ?? "null",
    };

    /// <summary>A step or many of b and u in turn; the last may be a b alone.</summary>
    public static bool IsInTurn(string calls) => calls.Index().All(one => one.Item == (one.Index % 2 == 0 ? 'b' : 'u'));

    private static Func<TrainedNet, LogSeen?>? Bound(MethodInfo method)
    {
        Func<(NetSpy Spy, int Steps), double[]?>? own = Binding.Of<(NetSpy Spy, int Steps), double[]?>(
            method, [typeof(double[][]), typeof(Action), typeof(Action), typeof(Action), typeof(int)],
        call => [call.Spy.Gradients, (Action)call.Spy.Clear, (Action)call.Spy.Backward, (Action)call.Spy.Update, call.Steps],
        Table.Row);
        if (own is null) return null;
        return at =>
        {
            var spy = new NetSpy(at);
            double[]? norms = own((spy, at.Steps));
            return spy.Seen(norms);
        };
    }

    private static bool IsStable(double length) => length <= Unstable;

    private static bool Ends(TrainedNet at, LogSeen seen) => seen.Lengths.SkipLast(1).All(IsStable)
        && (seen.Lengths.Count == at.Steps || (seen.Lengths.Count > 0 && !IsStable(seen.Lengths[^1])));

    private static LogSeen? Slipped(TrainedNet at, IReadOnlySet<string> slips)
    {
        var spy = new NetSpy(at);
        List<double> norms = [];
        int steps = at.Steps + (slips.Contains("one-step-fewer") ? -1 : slips.Contains("one-step-more") ? 1 : 0);
        for (int step = 0; step < steps; step++)
        {
            if (!slips.Contains("not-cleared")) spy.Clear();
            double before = NormTask.Slipped(spy.Gradients, slips);
            spy.Backward();
            if (slips.Contains("cleared-after-backward")) spy.Clear();
            double norm = slips.Contains("before-backward") ? before : NormTask.Slipped(spy.Gradients, slips);
            bool ends = !IsStable(norm) && !slips.Contains("goes-on") && !(double.IsNaN(norm) && slips.Contains("not-a-number-goes-on"));
            if (ends && slips.Contains("stops-early")) norms.RemoveAt(norms.Count - 1);
            if (!ends || !slips.Overlaps(["unstable-left-out", "stops-early"])) norms.Add(norm);
            if (ends && !slips.Contains("updated-when-unstable")) break;
            if (!slips.Contains("not-updated")) spy.Update();
            if (slips.Contains("updated-twice")) spy.Update();
            if (ends) break;
        }

        if (slips.Contains("padded")) norms = [.. norms, .. new double[steps - norms.Count]];
        if (slips.Contains("last-alone")) norms = [norms[^1]];
        if (slips.Contains("cut-at-limit")) norms = [.. norms.Select(norm => Math.Min(norm, Unstable))];
        return spy.Seen(norms);
    }
}
