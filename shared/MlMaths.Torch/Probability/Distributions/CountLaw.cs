namespace MlMaths.Torch.Probability;

/// <summary>
/// A law of counts as a table. Neighbouring probabilities have a short ratio, so the table is filled outward from a likely
/// count and divided by its sum: no factorials, and nothing overflows at a billion trials.
/// <code>
/// binomial        P(k + 1)/P(k) = (n − k)/(k + 1) · p/(1 − p)
/// Poisson         P(k + 1)/P(k) = λ/(k + 1)
/// hypergeometric  P(k + 1)/P(k) = (K − k)(n − k) / ((k + 1)(N − K − n + k + 1))
/// </code>
/// Both ways end where a probability falls below 1e-300 of the likely one.
/// </summary>
public sealed class CountLaw
{
    private const double Least = 1e-300;

    // Equal probabilities differ in their last digits, by the way in which they were reached.
    private const double Rounding = 1e-7;

    private readonly double[] _mass;
    private readonly double[] _cumulative;

    private CountLaw(long first, double[] mass)
    {
        (First, _mass) = (first, mass);
        _cumulative = new double[mass.Length];
        double sum = 0;
        for (int i = 0; i < mass.Length; i++) _cumulative[i] = sum += mass[i];
    }

    /// <summary>The smallest count of the table.</summary>
    public long First { get; }

    /// <summary>The largest count of the table.</summary>
    public long Last => First + _mass.Length - 1;

    /// <summary>Successes in n independent trials of probability p, from 0 to 1.</summary>
    public static CountLaw OfBinomial(long n, double p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (p is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
        if (p == 0 || n == 0) return new CountLaw(0, [1]);
        if (p == 1) return new CountLaw(n, [1]);
        return Outward(Math.Min(n, (long)((n + 1) * p)), 0, n, k => (n - k) / (k + 1.0) * (p / (1 - p)));
    }

    /// <summary>Events where λ are expected; λ is 0 or more.</summary>
    public static CountLaw OfPoisson(double eventRate)
    {
        if (eventRate is not (>= 0 and < 1e12)) throw new ArgumentOutOfRangeException(nameof(eventRate), eventRate, "A rate is 0 or more.");
        return eventRate == 0 ? new CountLaw(0, [1]) : Outward((long)eventRate, 0, long.MaxValue, k => eventRate / (k + 1.0));
    }

    /// <summary>Successes among n that are drawn without replacement from N, of whom K are successes.</summary>
    /// <param name="drawn">n.</param>
    /// <param name="successes">K.</param>
    /// <param name="population">N.</param>
    public static CountLaw OfHypergeometric(long drawn, long successes, long population)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(drawn);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(drawn, successes), population);
        long least = Math.Max(0, drawn - (population - successes)), most = Math.Min(drawn, successes);
        long likely = (long)((drawn + 1.0) * (successes + 1.0) / (population + 2.0));
        return Outward(Math.Clamp(likely, least, most), least, most, k =>
            (double)(successes - k) * (drawn - k) / ((k + 1.0) * (population - successes - drawn + k + 1.0)));
    }

    /// <summary>P(X = k); 0 outside the table.</summary>
    public double Mass(long k) => k < First || k > Last ? 0 : _mass[k - First];

    /// <summary>P(X ≤ k).</summary>
    public double Cumulative(long k) => k < First ? 0 : k >= Last ? 1 : Math.Min(1, _cumulative[k - First]);

    /// <summary>
    /// One count, drawn with the generator that is handed in: the first whose cumulative probability passes a number
    /// from 0 to 1.
    /// </summary>
    public long Draw(Random random)
    {
        int place = Array.BinarySearch(_cumulative, random.NextDouble());
        return First + Math.Min(place < 0 ? ~place : place + 1, _mass.Length - 1);
    }

    /// <summary>
    /// The exact two-sided test of “this law made k”. A count that is as likely as k, on the other side of the law, is as
    /// surprising as k itself, so mid-p halves it too:
    /// <code>
    /// p     = P(X rarer than k) + P(X as likely as k)
    /// mid-p = P(X rarer than k) + ½ P(X as likely as k)
    /// </code>
    /// </summary>
    public ExactTest Test(long k)
    {
        if (_mass.Length == 1 && k == First) return new ExactTest(1, 1); // a law of one count has nothing to be tested by
        double observed = Mass(k), rarer = 0, alike = 0;
        foreach (double mass in _mass)
        {
            if (mass < observed * (1 - Rounding)) rarer += mass;
            else if (mass <= observed * (1 + Rounding)) alike += mass;
        }

        return new ExactTest(Math.Min(1, rarer + alike), Math.Min(1, rarer + alike / 2));
    }

    private static CountLaw Outward(long likely, long least, long most, Func<long, double> ratio)
    {
        List<double> below = [], above = [1];
        for (long k = likely; k < most && above[^1] >= Least; k++) above.Add(above[^1] * ratio(k));
        double mass = 1;
        for (long k = likely - 1; k >= least && mass >= Least; k--) below.Add(mass /= ratio(k));
        below.Reverse();
        double[] all = [.. below, .. above];
        double sum = all.Sum();
        return new CountLaw(likely - below.Count, [.. all.Select(one => one / sum)]);
    }
}
