namespace MlMaths.Torch.Simulations;

/// <summary>
/// AutoTrainer (X. Zhang, J. Zhai, S. Ma, C. Shen, ICSE 2021, table I; its <c>monitor.py</c> with the defaults of <c>reproduce.py</c>).
/// G₁ and Gₙ are the gradients of the first and the last layer's weights, accuracies are of training and validation rows.
///
/// <code>
/// explodes      a number is not finite, the loss reaches 1000, or ‖G₁‖/‖Gₙ‖ > 70
/// vanishes      ‖G₁‖/‖Gₙ‖ &lt; 0.001 and ‖G₁‖ &lt; 0.0001            and no accuracy above 0.6
/// dying ReLU    at least 70 % of all gradients are 0                     and no accuracy above 0.6
/// oscillates    in at least a fifth of the epochs accuracy falls by 0.03 from a peak, after 30 % of the training
/// slow          no epoch's accuracy is more than 0.01 above the last     and no accuracy above 0.6
/// </code>
///
/// Rules of accuracy are not run where a number is predicted.
/// </summary>
public static class AutoTrainerRule
{
    private const double Explodes = 70, VanishingShare = 1e-3, Vanishing = 1e-4, LossTooLarge = 1000, DeadShare = 0.7, Accurate = 0.6,
        Swing = 0.03, SwingShare = 0.2, Ignored = 0.3, Slow = 0.01;

    /// <summary>Its alarms.</summary>
    public static IEnumerable<string> Raises(WatchedRun run)
    {
        if (run.IsDiverged || run.TrainingLosses.Any(loss => !(loss < LossTooLarge))
            || run.Looks.Any(look => !look.IsFinite || Ratio(look) > Explodes))
        {
            yield return "exploding gradient";
        }

        if (Oscillates(run.TrainingAccuracies)) yield return "oscillating loss";
        double[] accuracies = [.. run.TrainingAccuracies, .. run.ValidationAccuracies];
        if (accuracies.Length == 0 || accuracies.Max() > Accurate) yield break;
        if (run.Looks.Any(look => Ratio(look) < VanishingShare && look.GradientNorms[0] < Vanishing)) yield return "vanishing gradient";
        if (run.Looks.Any(look => look.ZeroGradients >= DeadShare)) yield return "dying ReLU";
        if (accuracies.Length > 2 && IsSlow(run.TrainingAccuracies) && IsSlow(run.ValidationAccuracies)) yield return "slow convergence";
    }

    private static double Ratio(WatchedLook look) => look.GradientNorms[0] / look.GradientNorms[^1];

    private static bool IsSlow(IReadOnlyList<double> accuracies) =>
        accuracies.Zip(accuracies.Skip(1), (one, next) => next - one).All(step => step <= Slow);

    // A peak is an epoch above both neighbours, and its trough the least value up to the next peak.
    private static bool Oscillates(IReadOnlyList<double> accuracies)
    {
        if (accuracies.Count < 3) return false;
        int swings = 0;
        double? peak = null;
        double trough = double.PositiveInfinity;
        for (int epoch = Math.Max(1, (int)(Ignored * accuracies.Count)); epoch < accuracies.Count; epoch++)
        {
            double next = epoch + 1 < accuracies.Count ? accuracies[epoch + 1] : double.NegativeInfinity;
            bool isPeak = accuracies[epoch] > accuracies[epoch - 1] && accuracies[epoch] >= next;
            if (peak is not null) trough = Math.Min(trough, accuracies[epoch]);
            if (!isPeak && epoch + 1 < accuracies.Count) continue;
            if (peak - trough >= Swing) swings++;
            (peak, trough) = (accuracies[epoch], double.PositiveInfinity);
        }

        return swings >= SwingShare * accuracies.Count;
    }
}
