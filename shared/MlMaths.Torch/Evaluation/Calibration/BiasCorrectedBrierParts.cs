namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Reliability and resolution look larger than they are, because the rate of a bin with few rows scatters. The expected
/// excess is estimated and taken off (C. A. T. Ferro and T. E. Fricker, 2012, Q. J. R. Meteorol. Soc. 138:1954–1960):
/// <code>
/// b    = Σ (n_k/n) ȳ_k (1 − ȳ_k) / (n_k − 1)
/// REL' = REL − b,   RES' = RES − b + ȳ (1 − ȳ) / (n − 1),   UNC' = UNC n / (n − 1)
/// </code>
/// REL' − RES' + UNC' = REL − RES + UNC: the sum stays. A part may come out below 0: it is an estimate.
/// </summary>
/// <param name="Reliability">REL'.</param>
/// <param name="Resolution">RES'.</param>
/// <param name="Uncertainty">UNC'.</param>
public sealed record BiasCorrectedBrierParts(double Reliability, double Resolution, double Uncertainty)
{
    internal static BiasCorrectedBrierParts? Of(
        IReadOnlyList<ReliabilityBin> bins, double reliability, double resolution, double uncertainty)
    {
        double n = bins.Sum(bin => bin.Count), excess = 0;
        foreach (ReliabilityBin bin in bins)
        {
            if (bin.Count == 1) return null; // one row says nothing about its own scatter
            if (bin.PositiveRate is double y) excess += bin.Count / n * y * (1 - y) / (bin.Count - 1);
        }
        return new BiasCorrectedBrierParts(
            reliability - excess, resolution - excess + uncertainty / (n - 1), uncertainty * n / (n - 1));
    }
}
