using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Simulations;

/// <summary>
/// trainproof (Mormolykos, 2026; thresholds of its <c>rules.py</c>), of a log with one line an epoch. A warning is an alarm, too.
///
/// <code>
/// not finite     a loss
/// zero loss      all losses are 0                                        of 5 epochs or more
/// flat           deviation of the losses below 0.001 of their mean
/// diverges       the last loss is above 1.5 times the least
/// dead           median of the last 5 losses not 5 % below that of the first 5      of 10 epochs or more
/// zero gradient  all gradients are 0                                     of 5 epochs or more
/// spike          a gradient above 10 times the median                    of 6 epochs or more
/// zero rate      η is 0 at more than a tenth of the lines
/// overfitted     median of the last 3 validation losses above 1.2 times the least, which is 3 or more before the end, and the training
///                loss has fallen since                                   of 4 epochs or more
/// </code>
///
/// How many epochs the rules for all-zero numbers and overfitting need is not in that file, and taken as 5 and 4 here.
/// </summary>
public static class TrainproofRule
{
    private const double Flat = 0.001, Diverges = 1.5, Improves = 0.05, Spikes = 10, MostZeroRates = 0.1, Overfits = 1.2;
    private const int Window = 5, FewestToImprove = 10, FewestAlike = 5, FewestToSpike = 6, Last = 3, FewestToOverfit = 4;

    /// <summary>Its alarms.</summary>
    public static IEnumerable<string> Raises(WatchedRun run)
    {
        double[] losses = [.. run.TrainingLosses.Where(double.IsFinite)];
        if (run.IsDiverged || losses.Length < run.TrainingLosses.Count) yield return "NaN";
        double[] gradients = [.. run.Looks.Select(look => look.GradientNorm).Where(double.IsFinite)];
        foreach (string name in OfLosses(losses).Concat(OfGradients(gradients)))
            yield return name;
        if (run.Looks.Count(look => look.LearningRate <= 0) > MostZeroRates * run.Looks.Count) yield return "zero learning rate";
        if (IsOverfitted(losses, [.. run.ValidationLosses.Where(double.IsFinite)])) yield return "overfitting";
    }

    private static IEnumerable<string> OfLosses(double[] losses)
    {
        if (losses.Length == 0) yield break;
        if (losses.Length >= FewestAlike && losses.All(loss => loss == 0)) yield return "zero loss";
        var moments = Moments.Of(losses);
        if (moments.Mean > 0 && Math.Sqrt(moments.PopulationVariance) < Flat * moments.Mean) yield return "flat loss";
        double least = losses.Where(loss => loss != 0).DefaultIfEmpty(0).Min();
        if (least > 0 && losses[^1] > Diverges * least) yield return "divergence";
        if (losses.Length < FewestToImprove) yield break;
        double start = Median(losses[..Window]), end = Median(losses[^Window..]);
        if (start > 0 && end >= (1 - Improves) * start) yield return "dead run";
    }

    private static IEnumerable<string> OfGradients(double[] norms)
    {
        if (norms.Length >= FewestAlike && norms.All(norm => norm == 0)) yield return "zero gradient";
        if (norms.Length < FewestToSpike) yield break;
        double median = norms.Order().ElementAt(norms.Length / 2);
        if (median > 0 && norms.Max() > Spikes * median) yield return "gradient spike";
    }

    private static bool IsOverfitted(double[] losses, double[] validation)
    {
        if (validation.Length < FewestToOverfit || losses.Length < validation.Length) return false;
        double least = validation.Min();
        int best = Array.IndexOf(validation, least);
        return validation.Length - best - 1 >= Last && Median(validation[^Last..]) > Overfits * least && losses[^1] < losses[best];
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
