using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise10;

/// <summary>A net to be trained at several rates.</summary>
/// <param name="Net">The seed of its rows.</param>
/// <param name="Start">w [9].</param>
/// <param name="Orders">The rows of each epoch, in their order.</param>
/// <param name="Rates">η, one for each training.</param>
internal sealed record Trained(int Net, double[] Start, int[][] Orders, double[] Rates)
{
    public static Trained Calm(Random random) => Of(random, [Rate(random, 0.01), Rate(random, 0.05), Rate(random, 0.1)]);

    /// <summary>One of the rates is so large that the loss is not a number before the last epoch.</summary>
    public static Trained Wild(Random random)
    {
        double[] rates = [Rate(random, 0.02), Rate(random, 0.1), Rate(random, 30)];
        random.Shuffle(rates);
        return Of(random, rates) is var drawn ? drawn with { Orders = [.. Enumerable.Range(0, 30).Select(_ => Order(random))] } : drawn;
    }

    public IEnumerable<Trained> Simpler()
    {
        foreach (int epochs in new[] { 1, 2, Orders.Length - 1 }.Where(epochs => epochs > 0 && epochs < Orders.Length))
            yield return this with { Orders = Orders[..epochs] };
        if (Rates.Length <= 2) yield break;
        for (int left = 0; left < Rates.Length; left++)
            yield return this with { Rates = [.. Rates.Where((_, k) => k != left)] };
    }

    public override string ToString() => FormattableString.Invariant(
        $"a net of 9 weights, start = {Written.Of(Start)}, {Counted.Of(Orders.Length, "epoch")} of 8 rows, the first in the order ")
        + $"{Written.Of(Orders[0])}, rates = {Written.Of(Rates)}";

    /// <summary>
    /// <code>
    /// for each epoch, for each of its rows:  w ← w − η ∇ℓ(w, row)        curve: L(start), and L(w) after each epoch
    /// </code>
    /// or other things, with slips in it.
    /// </summary>
    public static double[][] Curves(SmallNet net, double[] start, int[][] orders, double[] rates, IReadOnlySet<string> slips)
    {
        var from = (double[])start.Clone();
        return [.. rates.Select(rate => Curve(net, from, orders, rate, slips))];
    }

    private static double[] Curve(SmallNet net, double[] from, int[][] orders, double rate, IReadOnlySet<string> slips)
    {
        double[] w = slips.Contains("start-shared") ? from : (double[])from.Clone();
        List<double> curve = slips.Contains("start-left-out") ? [] : [net.Loss(w)];
        for (int turn = 0; turn < orders.Length; turn++)
        {
            int[] order = slips.Contains("order-ignored") ? [.. orders[turn].Order()]
                : orders[slips.Contains("first-order-kept") ? 0 : turn];
            var fixedAt = (double[])w.Clone();
            foreach (int row in order)
            {
                double[] g = net.Gradient(slips.Overlaps(["whole-batch", "mean-batch"]) ? fixedAt : w, row);
                double step = slips.Contains("plus") ? -rate : slips.Contains("rate-per-row") || slips.Contains("mean-batch")
                    ? rate / order.Length
                    : slips.Contains("rate-falls") ? rate / (1 + turn) : rate;
                for (int j = 0; j < w.Length; j++) w[j] -= step * g[j];
            }

            double loss = net.Loss(w);
            if (!double.IsFinite(loss) && slips.Contains("cut-at-nan")) break;
            if (!double.IsFinite(loss) && slips.Contains("zero-for-nan")) loss = 0;
            if (!double.IsFinite(loss) && slips.Contains("last-for-nan")) loss = curve.Count > 0 ? curve[^1] : 0;
            curve.Add(slips.Contains("summed") ? SmallNet.Rows * loss : loss);
        }

        if (slips.Contains("end-left-out")) curve.RemoveAt(curve.Count - 1);
        return [.. curve];
    }

    private static Trained Of(Random random, double[] rates) => new(
        random.Next(10_000), SmallNet.Start(random), [.. Enumerable.Range(0, random.Next(3, 7)).Select(_ => Order(random))], rates);

    private static double Rate(Random random, double about) => Math.Round(about * (0.5 + random.NextDouble()), about < 1 ? 3 : 0);

    private static int[] Order(Random random)
    {
        int[] rows = [.. Enumerable.Range(0, SmallNet.Rows)];
        random.Shuffle(rows);
        return rows;
    }
}
