namespace MlMaths.Torch.Evaluation;

/// <summary>
/// ln(p/(1 − p)) and back: the scale on which thresholds on probabilities are averaged, since 0.01 and 0.02 are as far apart there
/// as 0.98 and 0.99. Shares beyond one in 10¹² are held there, so that certainty has a place too.
/// </summary>
internal static class LogOdds
{
    private const double Least = 1e-12;

    public static double Of(double probability)
    {
        double p = Math.Clamp(probability, Least, 1 - Least);
        return Math.Log(p / (1 - p));
    }

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
