using System.Reflection;
using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise10;

/// <summary>The curves that came, and what was done on the way.</summary>
/// <param name="Curves">As returned.</param>
/// <param name="Asked">How often each row's gradient was asked for.</param>
/// <param name="KeptStart">Whether the start that was handed over is still as it was.</param>
internal sealed record CurvesSeen(double[][]? Curves, int[] Asked, bool KeptStart)
{
    public override string ToString() => Curves is null ? "null"
        : string.Join("; ", Curves.Take(4).Select(curve => $"{curve.Length} numbers: {Written.Of(curve.Take(6))}"))
            + (KeptStart ? "" : "; start has changed");
}

/// <summary><c>Curves(start, orders, gradient, loss, rates)</c>: the same training at each rate.</summary>
internal static class CurvesTask
{
    private const double Rounding = 1e-7, Beyond = 1e30; // what has exploded so far has no digits to compare

    public static MethodTask<Trained, CurvesSeen?> Task { get; } = new(
        "Curves", "double[][] Curves(double[] start, int[][] orders, Func<double[], int, double[]> gradient, "
            + "Func<double[], double> loss, double[] rates)",
        Bound,
        [
            new("there is one curve for each rate, and each has the loss at the start and after every epoch", Trained.Calm,
                (at, came, _) => came.Value?.Curves is { } curves && AreWhole(at, curves)) { Draws = 3 },
            new("all curves begin at the same loss: that of start", Trained.Calm, (at, came, _) => came.Value?.Curves is { } curves
                && curves.All(curve => IsNear(curve[0], new SmallNet(at.Net).Loss(at.Start)))) { Draws = 3 },
            new("the array start is left as it was, for whoever needs it next", Trained.Calm,
                (_, came, _) => came.Value is { KeptStart: true }) { Draws = 3 },
            new("at each rate every row is asked for once in each epoch", Trained.Calm, (at, came, _) =>
                came.Value is { } seen && seen.Asked.All(times => times == at.Rates.Length * at.Orders.Length)) { Draws = 3 },
            new("a rate alone has the same curve as among others", Trained.Calm, (at, came, again) =>
                came.Value?.Curves is { } curves && again(at with { Rates = [at.Rates[^1]] }).Value?.Curves is [var alone]
                && AreNear(alone, curves[^1])) { Draws = 3 },
            new("each row moves the weights by the rate times its own gradient, in the order of the epoch", Trained.Calm,
                (at, came, _) => came.Value?.Curves is { } curves && curves.Zip(Right(at)).All(pair => AreNear(pair.First, pair.Second)))
                { Draws = 5 },
            new("a curve that has exploded is as long as the others: its last entries are infinite or no numbers", Trained.Wild,
                (at, came, _) => came.Value?.Curves is { } curves && AreWhole(at, curves)
                    && curves.Zip(Right(at)).All(pair => AreNear(pair.First, pair.Second))) { Draws = 3 },
        ],
        at => at.ToString())
    {
        Simpler = at => at.Simpler(),
        Searched = random => [.. Enumerable.Range(0, 4).SelectMany(_ => new[] { Trained.Calm(random), Trained.Wild(random) })],
        Slips =
        [
            new("start-shared", "when the second rate begins where the first ended: start was changed", "start"),
            new("order-ignored", "when rows come as they stand, and not in the order of the epoch", "for"),
            new("first-order-kept", "when every epoch has the order of the first", "orders[0]"),
            new("whole-batch", "when all gradients of an epoch are taken at the same weights", "gradient"),
            new("mean-batch", "when an epoch is one step along the mean gradient", "gradient"),
            new("plus", "with + for −: uphill", "+="),
            new("rate-per-row", "when the rate is divided by the number of rows", "/"),
            new("rate-falls", "when the rate falls from epoch to epoch", "/"),
            new("cut-at-nan", "when a curve ends where it explodes: curves of different lengths", "break|IsNaN|IsFinite"),
            new("zero-for-nan", "when 0, the best of all losses, stands where there is no number", "IsNaN|IsFinite|0"),
            new("last-for-nan", "when the last finite loss stands where there is no number", "IsNaN|IsFinite"),
            new("start-left-out", "when the loss at the start is left out", "loss(|Add"),
            new("end-left-out", "when the loss after the last epoch is left out", "loss(|Add"),
            new("summed", "when losses are multiplied by the number of rows", "loss("),
        ],
        Slipped = (at, slips) =>
        {
            double[][] curves = Trained.Curves(new(at.Net), at.Start, at.Orders, at.Rates, slips);
            int asked = at.Rates.Length * at.Orders.Length;
            return new(curves, [.. Enumerable.Repeat(asked, SmallNet.Rows)], !slips.Contains("start-shared"));
        },
        Same = (one, other) => one!.Curves is { } a && other!.Curves is { } b && one.KeptStart == other.KeptStart && a.Length == b.Length
            && a.Zip(b).All(pair => AreNear(pair.First, pair.Second)),
        Written = value => value?.ToString() ?? "null",
    };

    private static Func<Trained, CurvesSeen?>? Bound(MethodInfo method)
    {
        Func<CurvesCall, double[][]?>? own = Binding.Of<CurvesCall, double[][]?>(
            method,
            [typeof(double[]), typeof(int[][]), typeof(Func<double[], int, double[]>), typeof(Func<double[], double>), typeof(double[])],
            call => [call.Start, call.Orders, call.Gradient, call.Loss, call.Rates], Table.Rows);
        if (own is null) return null;
        return at =>
        {
            var net = new SmallNet(at.Net);
            (double[] start, int[] asked) = ((double[])at.Start.Clone(), new int[SmallNet.Rows]);
            double[][]? curves = own(new(start, [.. at.Orders.Select(order => (int[])order.Clone())], Gradient, net.Loss, [.. at.Rates]));
            return new(curves, asked, start.SequenceEqual(at.Start));

            double[] Gradient(double[] w, int row)
            {
                asked[row]++;
                return net.Gradient(w, row);
            }
        };
    }

    private static double[][] Right(Trained at) => Trained.Curves(new(at.Net), at.Start, at.Orders, at.Rates, new HashSet<string>());

    private static bool AreWhole(Trained at, double[][] curves) =>
        curves.Length == at.Rates.Length && curves.All(curve => curve.Length == at.Orders.Length + 1);

    private static bool AreNear(double[] one, double[] other) =>
        one.Length == other.Length && one.Zip(other).All(pair => IsNear(pair.First, pair.Second));

    private static bool IsNear(double one, double right) =>
        IsBeyond(right) ? IsBeyond(one) : Math.Abs(one - right) <= Rounding * (1 + Math.Abs(right));

    private static bool IsBeyond(double loss) => !(loss < Beyond);
}

/// <summary>Arguments for the learner's method.</summary>
internal sealed record CurvesCall(
    double[] Start, int[][] Orders, Func<double[], int, double[]> Gradient, Func<double[], double> Loss, double[] Rates);
