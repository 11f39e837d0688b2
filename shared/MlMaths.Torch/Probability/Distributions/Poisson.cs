using Law = MathNet.Numerics.Distributions.Poisson;

namespace MlMaths.Torch.Probability;

/// <summary>The Poisson distribution: how many rare events occur where λ are expected.</summary>
public static class Poisson
{
    /// <summary>P(X = k) = λ^k e^(−λ) / k!</summary>
    public static double Mass(int k, double eventRate) => Law.PMF(Finite.NotNegative(eventRate), k);

    /// <summary>P(X ≤ k).</summary>
    public static double Cumulative(int k, double eventRate) => Law.CDF(Finite.NotNegative(eventRate), k);
}
