using Law = MathNet.Numerics.Distributions.Binomial;

namespace MlMaths.Torch.Probability;

/// <summary>The binomial distribution: successes in n independent trials of probability p.</summary>
public static class Binomial
{
    /// <summary>P(X = k) = C(n, k) p^k (1 − p)^(n − k).</summary>
    public static double Mass(int k, int n, double p) => Law.PMF(p, n, k);

    /// <summary>P(X ≤ k). Of k = n it is 1, where the incomplete beta function that gives it otherwise is not defined.</summary>
    public static double Cumulative(int k, int n, double p) => k >= n ? 1 : Law.CDF(p, n, k);
}
