using Law = MathNet.Numerics.Distributions.Gamma;

namespace MlMaths.Torch.Probability;

/// <summary>
/// The gamma distribution with scale 1: how long the k-th of events takes that come at random, once in a unit of time
/// on average.
/// </summary>
public static class Gamma
{
    /// <summary>The x below which a share p lies; the shape is above 0.</summary>
    public static double Quantile(double p, double shape) => Law.InvCDF(Finite.Positive(shape), 1, Finite.Share(p));
}
