using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>One law of values, and what became of its means.</summary>
/// <param name="Sigma">σ of the logarithm; at 0 the values themselves are normal.</param>
/// <param name="Skewness">γ.</param>
/// <param name="ThirdMoment">ρ = E|X − μ|³/σ³.</param>
/// <param name="Coverage">Of the 95 % interval by Student's t, for each size.</param>
/// <param name="Distance">Largest distance of the simulated means' law from the normal, for each size.</param>
/// <param name="At20">Means of 20 values, in true standard errors from the truth and rounded, against the normal law.</param>
internal sealed record MeanLaw(
    double Sigma, double Skewness, double ThirdMoment, IReadOnlyList<Interval> Coverage, IReadOnlyList<double> Distance,
    IReadOnlyList<CountShare> At20)
{
    public const int Shown = 20;

    private const int Widest = 4;

    public static MeanLaw Of(double sigma, int simulations, int seed, CancellationToken cancellation)
    {
        double spread = Math.Exp(sigma * sigma), mean = sigma == 0 ? 0 : Math.Sqrt(spread);
        double deviation = sigma == 0 ? 1 : Math.Sqrt((spread - 1) * spread);
        int own = Seeds.Of(seed, DrawnFor.Worlds, 3); // binomial, chance and Poisson have 0 to 2
        double[] reach = [.. MeanFindings.Sizes.Select(n => StudentT.Quantile(0.975, n - 1))];
        double[][] z = [.. Enumerable.Range(0, simulations).AsParallel().AsOrdered().WithCancellation(cancellation)
            .Select(i => Sample(sigma, mean, deviation, Seeds.Generator(own, DrawnFor.Worlds, i)))];
        int sizes = MeanFindings.Sizes.Count, shown = MeanFindings.Sizes.ToList().IndexOf(Shown);
        return new MeanLaw(
            sigma, sigma == 0 ? 0 : (spread + 2) * Math.Sqrt(spread - 1), Third(sigma, mean, deviation),
            [.. Enumerable.Range(0, sizes)
                .Select(k => WilsonInterval.Of(z.Count(one => Math.Abs(one[sizes + k]) <= reach[k]), simulations))],
            [.. Enumerable.Range(0, sizes).Select(k => FromNormal([.. z.Select(one => one[k]).Order()]))],
            Rounded([.. z.Select(one => one[shown])]));
    }

    // One sample serves all sizes: its first 5, 10, 20 … values. First the distances in true standard errors, then in estimated ones.
    private static double[] Sample(double sigma, double mean, double deviation, Random random)
    {
        double[] found = new double[2 * MeanFindings.Sizes.Count];
        double sum = 0, squares = 0;
        for (int n = 1, k = 0; k < MeanFindings.Sizes.Count; n++)
        {
            double value = Normal.Draw(random), off = (sigma == 0 ? value : Math.Exp(sigma * value)) - mean;
            sum += off;
            squares += off * off;
            if (n != MeanFindings.Sizes[k]) continue;
            double variance = (squares - sum * sum / n) / (n - 1);
            found[k] = sum / n / (deviation / Math.Sqrt(n));
            found[MeanFindings.Sizes.Count + k] = sum / n / Math.Sqrt(variance / n);
            k++;
        }

        return found;
    }

    private static double FromNormal(double[] ascending) => ascending.Select((z, i) =>
    {
        double normal = Normal.Cumulative(z);
        return Math.Max(Math.Abs(normal - (double)i / ascending.Length), Math.Abs(normal - (i + 1.0) / ascending.Length));
    }).Max();

    // E|X − μ|³/σ³ over the normal variable behind X, by the midpoint rule.
    private static double Third(double sigma, double mean, double deviation)
    {
        const double Step = 0.001;
        return Enumerable.Range(0, 26_000).Select(i => -10 + (i + 0.5) * Step)
            .Sum(z => Normal.Density(z) * Step * Math.Pow(Math.Abs((sigma == 0 ? z : Math.Exp(sigma * z)) - mean) / deviation, 3));
    }

    private static IReadOnlyList<CountShare> Rounded(double[] z)
    {
        ILookup<int, double> bins = z.ToLookup(one => (int)Math.Clamp(Math.Round(one), -Widest, Widest));
        return [.. Enumerable.Range(-Widest, 2 * Widest + 1)
            .Select(k => new CountShare(k, Mass(k), WilsonInterval.Of(bins[k].Count(), z.Length)))];

        static double Mass(int k) => Math.Abs(k) == Widest
            ? Normal.Cumulative(-Widest + 0.5)
            : Normal.Cumulative(k + 0.5) - Normal.Cumulative(k - 0.5);
    }
}
