namespace MlMaths.Torch.Simulations;

/// <summary>
/// UMLAUT (E. Schoop, F. Huang, B. Hartmann, CHI 2021; its <c>heuristics.py</c>).
///
/// <code>
/// input             a feature below −1 or above 1
/// learning rate     above 0.01 or below 0.0000001
/// overfitting       from one epoch to the next the validation loss rises and the training loss does not
/// accuracy          from the third epoch on: validation accuracy above 0.95, or 0.05 above that of training
/// dropout           above a half
/// straight layer    a hidden layer without an activation
/// no softmax        a loss of probabilities is given something else
/// not finite        a loss that is no number
/// </code>
/// </summary>
public static class UmlautRule
{
    private const double GreatestInput = 1, GreatestRate = 0.01, LeastRate = 1e-7, TooGood = 0.95, TooFarAbove = 0.05, MostDropout = 0.5;
    private const int FirstJudged = 2;

    /// <summary>Its alarms.</summary>
    public static IEnumerable<string> Raises(WatchedRun run)
    {
        if (run.LeastFeature < -GreatestInput || run.GreatestFeature > GreatestInput) yield return "input exceeds typical limits";
        if (run.LearningRate is > GreatestRate or < LeastRate) yield return "learning rate";
        if (IsOverfitted(run)) yield return "possible overfitting";
        if (run.ValidationAccuracies.Index().Skip(FirstJudged)
            .Any(epoch => epoch.Item > TooGood || epoch.Item - run.TrainingAccuracies[epoch.Index] > TooFarAbove))
        {
            yield return "check validation accuracy";
        }

        if (run.Dropout > MostDropout) yield return "high dropout";
        if (run.HasStraightHiddenLayer) yield return "hidden layer without activation";
        if (run.HasNoProbabilities) yield return "missing softmax";
        if (run.IsDiverged || run.TrainingLosses.Any(loss => !double.IsFinite(loss))) yield return "NaN loss";
    }

    private static bool IsOverfitted(WatchedRun run) => Enumerable.Range(1, Math.Max(0, run.ValidationLosses.Count - 1)).Any(epoch =>
        run.ValidationLosses[epoch] > run.ValidationLosses[epoch - 1] && run.TrainingLosses[epoch] <= run.TrainingLosses[epoch - 1]);
}
