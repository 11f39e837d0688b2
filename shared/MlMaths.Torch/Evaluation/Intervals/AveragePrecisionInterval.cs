using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// The interval of average precision AP at this share of positives, from the influence of each row (<see cref="RankingVariance"/>).
/// <code>
/// logit AP ± t √(f V) / (AP(1 − AP))       V = V₁ m/(m − 1) + V₀ n₀/(n₀ − 1)        f = (m + 1)/(m − 3/2)
/// t with Satterthwaite's degrees of freedom of V's two parts
/// few positives, m &lt; 25:  also  logit AP ± z / √(m AP(1 − AP)),  and the outer ends of both
/// </code>
/// f makes up for what few positives hide from V; it was chosen in simulations, where eight kinds of scores were held in 92 to 99 of
/// 100 samples (the bootstrap: 81 to 97). The second interval treats AP as a share of the positives (K. Boyd, K. H. Eng and C. D.
/// Page, 2013, ECML PKDD, "Area under the precision-recall curve: point estimates and confidence intervals"): wide, and safe where
/// one or two positives make up most of the area.
/// </summary>
internal static class AveragePrecisionInterval
{
    private const int Few = 25;
    private const string Method = "influence of rows, logit scale", FewMethod = "influence of rows and a share of positives, outer ends";

    /// <summary>Read from cumulative counts.</summary>
    public static Interval Of(ThresholdCounts counts, double confidence)
    {
        if (counts.Positives == 0) return Interval.Undefined(Scores.NoPositives, confidence);
        double area = PrecisionRecallCurve.AreaInSteps(counts.CumulativePositives, counts.CumulativeNegatives)!.Value;
        double m = counts.Positives, n0 = counts.Negatives;
        if (n0 == 0) return Interval.WithoutEnds(area, Method, Scores.NoNegatives, confidence);
        if (m < 2) return Interval.WithoutEnds(area, Method, "one positive row alone says nothing about the next", confidence);

        (double ofPositives, double ofNegatives) = RankingVariance.OfAveragePrecision(counts)!.Value;
        ofPositives *= m / (m - 1);
        ofNegatives *= n0 > 1 ? n0 / (n0 - 1) : 1;
        double variance = ofPositives + ofNegatives;
        bool isFew = m < Few, varies = variance > 0 && area is > 0 and < 1;
        if (!varies && !isFew) return Interval.WithoutEnds(area, Method, "it does not vary over the rows", confidence);

        (double low, double high) = isFew ? AsShare(area, m, confidence) : (1, 0);
        if (varies)
        {
            double degrees = variance * variance
                / (ofPositives * ofPositives / (m - 1) + ofNegatives * ofNegatives / Math.Max(1, n0 - 1));
            double wider = Math.Sqrt((m + 1) / (m - 1.5));
            (double lowest, double highest) = Logit.Around(
                area, StudentT.TwoSidedQuantile(confidence, degrees) * wider * Math.Sqrt(variance));
            (low, high) = (Math.Min(low, lowest), Math.Max(high, highest));
        }

        return new Interval(area, low, high, confidence, isFew ? FewMethod : Method);
    }

    // At an area of 1 the lower end is that of half a positive missed.
    private static (double Low, double High) AsShare(double area, double m, double confidence)
    {
        double share = area < 1 ? area : m / (m + 0.5);
        (double low, double high) = Logit.Around(share, Normal.TwoSidedQuantile(confidence) * Math.Sqrt(share * (1 - share) / m));
        return (low, area < 1 ? high : 1);
    }
}
