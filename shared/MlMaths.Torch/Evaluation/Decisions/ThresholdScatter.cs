using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>
/// How far the two thresholds would scatter over other validation rows: both choices are made again on resampled rows, on the same
/// draws.
/// <list type="bullet">
/// <item>By search: the cheapest of all distinct scores of the drawn rows. Sorted once; each draw is counts and two passes.</item>
/// <item>By theory: p* follows from the costs and does not scatter, but the calibration that it rests on does. On the drawn rows the
/// probabilities are calibrated again, p′ = σ(a ln(p/(1 − p)) + c), and the threshold is the p at which p′ = p*.</item>
/// </list>
/// The spread of a single search is wider than that of a mean of searches, and no bootstrap of a lowest point covers as
/// asked in theory (J. Abrevaya and J. Huang, 2005, Econometrica 73:1175–1204): read it as a scatter, not as a proof.
/// </summary>
/// <param name="Searched">θ*, ascending: what a search on each resample chose.</param>
/// <param name="Recalibrated">θ*, ascending: where Elkan's threshold lies after each recalibration; empty where none was possible.</param>
/// <param name="RecalibratedAll">The same for the rows themselves; null where no calibration is possible.</param>
public sealed record ThresholdScatter(IReadOnlyList<double> Searched, IReadOnlyList<double> Recalibrated, double? RecalibratedAll)
{
    /// <summary>Draws the rows again, and chooses again.</summary>
    /// <param name="costs">Costs of the rows.</param>
    /// <param name="probabilities">Probabilities from 0 to 1, one per row.</param>
    /// <param name="elkan">p*.</param>
    /// <param name="seed">Decides what is drawn.</param>
    /// <param name="searches">Draws that are searched.</param>
    /// <param name="recalibrations">Draws that are calibrated again, which takes more time.</param>
    public static ThresholdScatter Search(RowCosts costs, double[] probabilities, double elkan, int seed, int searches, int recalibrations)
    {
        Finite.Checked(elkan);
        var rows = Resampling.OfRows(costs.Rows);
        var ranking = CostRanking.Of(costs, probabilities, elkan);
        RowStatistic search = DrawnCounts.Of(costs.Rows, times => ranking.Cheapest(times));
        double[] logOdds = [.. probabilities.Select(Logit.Of)];
        var calibrated = Bootstrap.Of(rows, drawn => Recalibrate(costs.Labels, logOdds, elkan, drawn), seed, recalibrations);
        return new ThresholdScatter(Bootstrap.Of(rows, search, seed, searches).Replicates, calibrated.Replicates, calibrated.Estimate);
    }

    /// <summary>The deviation of what searches chose, on the scale of log-odds.</summary>
    public double SearchedDeviation => Moments.Of([.. Searched.Select(Logit.Of)]).SampleDeviation ?? 0;

    /// <summary>From the 2.5 % to the 97.5 % quantile, around a value that is known.</summary>
    /// <param name="value">The threshold itself.</param>
    /// <param name="replicates">One of the two lists.</param>
    /// <param name="whenNone">Why there is no scatter, if there is none.</param>
    internal static Interval Around(double value, IReadOnlyList<double> replicates, string whenNone)
    {
        string method = $"scatter over {replicates.Count} resamples of the validation rows";
        if (replicates.Count < 2 || replicates[0] == replicates[^1])
        {
            return Interval.WithoutEnds(value, method, replicates.Count < 2 ? whenNone : $"all {replicates.Count} "
                + $"resamples choose the same");
        }
        var quantiles = Quantiles.Of([.. replicates]);
        return new Interval(value, quantiles.At(0.025), quantiles.At(0.975), Interval.DefaultConfidence, method);
    }

    private static double? Recalibrate(IReadOnlyList<bool> labels, double[] logOdds, double elkan, ReadOnlySpan<int> drawn)
    {
        bool[] drawnLabels = new bool[drawn.Length];
        double[] drawnScores = new double[drawn.Length];
        int positives = 0;
        for (int i = 0; i < drawn.Length; i++)
        {
            (drawnLabels[i], drawnScores[i]) = (labels[drawn[i]], logOdds[drawn[i]]);
            positives += drawnLabels[i] ? 1 : 0;
        }
        if (positives == 0 || positives == drawn.Length) return null;
        PlattCalibration calibration = PlattCalibration.Fit(drawnLabels, drawnScores);
        return calibration.Slope > 0 ? Logit.Probability((Logit.Of(elkan) - calibration.Intercept) / calibration.Slope) : null;
    }
}
