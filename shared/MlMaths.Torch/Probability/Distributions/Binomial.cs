namespace MlMaths.Torch.Probability;

/// <summary>The binomial distribution: successes in n independent trials of probability p.</summary>
public static class Binomial
{
    /// <summary>
    /// P(X = k) = C(n, k) p^k (1 − p)^(n − k), with the letters of <see cref="StirlingError"/>
    /// <code>= √(n/(2πk(n − k))) · exp(δ(n) − δ(k) − δ(n − k) − D(k, np) − D(n − k, n(1 − p)))</code>
    /// </summary>
    public static double Mass(long k, long n, double p)
    {
        Finite.Share(p);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (k < 0 || k > n) return 0;
        if (p is 0 or 1) return k == (p == 0 ? 0 : n) ? 1 : 0;
        if (k == 0) return n == 0 ? 1 : Math.Exp(-StirlingError.Deviance(n, n * (1 - p)) - n * p);
        if (k == n) return Math.Pow(p, n);

        double others = n - k;
        double exponent = StirlingError.Of(n) - StirlingError.Of(k) - StirlingError.Of(others)
            - StirlingError.Deviance(k, n * p) - StirlingError.Deviance(others, n * (1 - p));
        return Math.Sqrt(n / (Math.Tau * k * others)) * Math.Exp(exponent);
    }

    /// <summary>P(X ≤ k) = I₁₋ₚ(n − k, k + 1).</summary>
    public static double Cumulative(long k, long n, double p)
    {
        Finite.Share(p);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (k < 0) return 0;
        return k >= n ? 1 : Math.Exp(IncompleteBeta.Log(
            IncompleteBeta.Checked(n - k, nameof(n)), IncompleteBeta.Checked(k + 1.0, nameof(k)), 1 - p, p));
    }
}
