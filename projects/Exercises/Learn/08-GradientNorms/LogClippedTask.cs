using System.Reflection;
using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise08;

/// <summary><c>LogClipped(gradients, clear, backward, update, limit, steps)</c>: the same training with every step clipped.</summary>
internal static class LogClippedTask
{
    public static MethodTask<TrainedNet, LogSeen?> Task { get; } = new(
        "LogClipped", "double[] LogClipped(double[][] gradients, Action clear, Action backward, Action update, double limit, int steps)",
        Bound,
        [
            new("gradients are 0 before each backward", TrainedNet.Either,
                (_, came, _) => came.Value is { WasCleared: true }) { Draws = 4 },
            new("each step is one backward and then one update, and all steps are taken", TrainedNet.Either,
                (at, came, _) => came.Value is { } seen && LogTask.IsInTurn(seen.Calls) && seen.Calls.Length == 2 * at.Steps) { Draws = 4 },
            new("a gradient longer than 1,000 ends nothing here: it is clipped, and the training goes on", TrainedNet.Steep,
                (at, came, _) => came.Value is { } seen && seen.Calls.Length == 2 * at.Steps) { Draws = 4 },
            new("no update uses a gradient that is longer than the limit", TrainedNet.Either,
                (at, came, _) => came.Value is { } seen && seen.Used.All(used => used <= at.Limit * (1 + 10 * LogSeen.Rounding)))
                { Draws = 6 },
            new("an update uses the direction of its own gradient, whole where it is short enough", TrainedNet.Either,
                (at, came, _) => came.Value is { AreParallel: true } seen && seen.Used.Zip(seen.Lengths)
                    .All(pair => LogSeen.Near(pair.First, Math.Min(pair.Second, at.Limit)))) { Draws = 6 },
            new("the log tells each gradient's length before it was clipped", TrainedNet.Either,
                (_, came, _) => came.Value is { TellsLengths: true }) { Draws = 6 },
        ],
        at => at.Shown(isClipped: true))
    {
        Simpler = at => at.Simpler(),
        Searched = random =>
        [
            .. Enumerable.Range(0, 8).Select(_ => TrainedNet.Either(random)),
            .. Enumerable.Range(0, 2).Select(_ => TrainedNet.Steep(random)),
        ],
        Slips =
        [
            new("used-unclipped", "when the gradient is used before it is clipped, or never clipped", "update|Clip"),
            new("stops-as-log", "when a long gradient ends the training, as in Log: here it is clipped, and training goes on",
                "1000|1e3|break"),
            new("stops-at-limit", "when the first gradient above the limit ends the training", "limit|break"),
            .. ClipTask.Slips.Where(slip => slip.Id != "not-clipped" && !slip.Id.StartsWith("overflow", StringComparison.Ordinal)),
            .. LogTask.OfSteps,
            .. NormTask.Slips,
        ],
        Slipped = Slipped,
        Same = (one, other) => one!.IsLike(other!),
        Written = value => value?.ToString() ?? "null",
    };

    private static Func<TrainedNet, LogSeen?>? Bound(MethodInfo method)
    {
        Func<(NetSpy Spy, TrainedNet At), double[]?>? own = Binding.Of<(NetSpy Spy, TrainedNet At), double[]?>(
            method, [typeof(double[][]), typeof(Action), typeof(Action), typeof(Action), typeof(double), typeof(int)],
        call =>
        [
            call.Spy.Gradients, (Action)call.Spy.Clear, (Action)call.Spy.Backward, (Action)call.Spy.Update, call.At.Limit, call.At.Steps,
        ],
        Table.Row);
        if (own is null) return null;
        return at =>
        {
            var spy = new NetSpy(at);
            double[]? norms = own((spy, at));
            return spy.Seen(norms);
        };
    }

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
            Clipped clipped = ClipTask.Slipped(spy.Gradients, at.Limit, slips);
            if (!slips.Contains("used-unclipped")) Put(clipped, spy);
            norms.Add(slips.Contains("before-backward") ? before : clipped.Norm ?? 0);
            double length = clipped.Norm ?? 0;
            if (slips.Contains("stops-as-log") && !(length <= LogTask.Unstable)) break;
            if (slips.Contains("stops-at-limit") && length > at.Limit) break;
            if (!slips.Contains("not-updated")) spy.Update();
            if (slips.Contains("updated-twice")) spy.Update();
        }

        return spy.Seen(norms);
    }

    private static void Put(Clipped clipped, NetSpy spy)
    {
        foreach ((double[] from, double[] to) in clipped.After.Zip(spy.Gradients)) from.CopyTo(to, 0);
    }
}
