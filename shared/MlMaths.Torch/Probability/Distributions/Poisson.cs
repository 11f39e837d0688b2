using Law = MathNet.Numerics.Distributions.Poisson;

namespace MlMaths.Torch.Probability;

/// <summary>The Poisson distribution: how many rare events occur where λ are expected.</summary>
public static class Poisson
{
    /// <summary>P(X = k) = λ^k e^(−λ) / k!</summary>
    public static double Mass(int k, double rate) => Law.PMF(Finite.NotNegative(rate), k);

    /// <summary>P(X ≤ k).</summary>
    public static double Cumulative(int k, double rate) => Law.CDF(Finite.NotNegative(rate), k);
}
