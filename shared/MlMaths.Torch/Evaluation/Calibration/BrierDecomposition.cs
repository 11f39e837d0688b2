namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The Brier score in parts (A. H. Murphy, 1973, J. Appl. Meteorology 12:595–600). Bins k hold n_k rows of mean
/// probability p̄_k and positive rate ȳ_k; ȳ is the rate of all rows. Writing p − y = (p̄_k − ȳ_k) + (p − p̄_k) − (y − ȳ_k) and
/// squaring gives, exactly,
/// <code>
/// BS  = REL − RES + UNC + WBV − WBC
/// REL = Σ (n_k/n) (p̄_k − ȳ_k)²           reliability: how far the promises are off; 0 is best
/// RES = Σ (n_k/n) (ȳ_k − ȳ)²             resolution: how far the bins differ; large is good
/// UNC = ȳ (1 − ȳ)                        uncertainty: what the data would cost anyone
/// WBV = 1/n Σ_k Σ_{i in k} (pᵢ − p̄_k)²   spread within bins, and
/// WBC = 2/n Σ_k Σ_{i in k} (pᵢ − p̄_k)(yᵢ − ȳ_k)   what that spread knows; both 0 if p is constant in each bin
/// </code>
/// (D. B. Stephenson, C. A. S. Coelho, I. T. Jolliffe, 2008, Weather and Forecasting 23:752–757, for the last two.)
/// </summary>
/// <param name="Reliability">REL.</param>
/// <param name="Resolution">RES.</param>
/// <param name="Uncertainty">UNC.</param>
/// <param name="WithinBinVariance">WBV.</param>
/// <param name="WithinBinCovariance">WBC, its factor 2 included.</param>
/// <param name="Corrected">The three parts without their bias; null where a bin holds a single row.</param>
public sealed record BrierDecomposition(
    double Reliability, double Resolution, double Uncertainty, double WithinBinVariance, double WithinBinCovariance,
    BiasCorrectedBrierParts? Corrected)
{
    /// <summary>REL − RES + UNC + WBV − WBC: the Brier score of the rows.</summary>
    public double Score => Reliability - Resolution + Uncertainty + WithinBinVariance - WithinBinCovariance;

    /// <summary>Over bins of equal width; null without rows.</summary>
    public static BrierDecomposition? Of(ReadOnlySpan<bool> labels, ReadOnlySpan<double> probabilities, int bins = 10)
    {
        ReliabilityDiagram diagram = ReliabilityDiagram.EqualWidth(labels, probabilities, bins);
        if (labels.IsEmpty) return null;

        double n = labels.Length, rate = (double)labels.Count(true) / labels.Length;
        double reliability = 0, resolution = 0;
        foreach (ReliabilityBin bin in diagram.Bins)
        {
            if (bin is not { MeanScore: double p, PositiveRate: double y }) continue; // empty
            reliability += bin.Count / n * (p - y) * (p - y);
            resolution += bin.Count / n * (y - rate) * (y - rate);
        }

        var edges = ProbabilityBins.EqualWidth(bins);
        double variance = 0, covariance = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            ReliabilityBin bin = diagram.Bins[edges.IndexOf(probabilities[row])];
            double p = probabilities[row] - bin.MeanScore!.Value;
            double y = (labels[row] ? 1 : 0) - bin.PositiveRate!.Value;
            variance += p * p / n;
            covariance += 2 * p * y / n;
        }
        double uncertainty = rate * (1 - rate);
        return new BrierDecomposition(reliability, resolution, uncertainty, variance, covariance,
            BiasCorrectedBrierParts.Of(diagram.Bins, reliability, resolution, uncertainty));
    }
}
