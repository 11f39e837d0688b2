namespace MlMaths.Torch.Simulations;

/// <summary>
/// DeepDiagnosis (M. Wardat, B. Cruz, W. Le, H. Rajan, ICSE 2022; its <c>callbacks.py</c>). Looked at here once an epoch.
///
/// <code>
/// not finite           a loss, weight or gradient
/// input                a feature below −1 or above 1
/// dead node            in the end at least 70 % of a hidden layer's activations are at most 0
/// saturated            in the end more than half of a layer's values before sigmoid or tanh are 5 or more from 0
/// vanishing gradient   mean |G| of a layer below 0.0000001
/// learning rate        η‖∇w‖/‖w‖ below 0.00001 or above 0.1
/// loss stands          5 equal losses in a row
/// accuracy stands      20 equal accuracies in a row
/// weights              variance of a layer below 0.00001 or above 10
/// </code>
/// </summary>
public static class DeepDiagnosisRule
{
    private const double GreatestInput = 1, DeadShare = 0.7, SaturatedShare = 0.5, Vanishing = 1e-7, LeastMove = 1e-5, GreatestMove = 0.1,
        LeastVariance = 1e-5, GreatestVariance = 10;

    private const int EqualLosses = 5, EqualAccuracies = 20;

    /// <summary>Its alarms.</summary>
    public static IEnumerable<string> Raises(WatchedRun run)
    {
        if (run.IsDiverged || run.TrainingLosses.Any(loss => !double.IsFinite(loss)) || run.Looks.Any(look => !look.IsFinite))
            yield return "numerical error";
        if (run.LeastFeature < -GreatestInput || run.GreatestFeature > GreatestInput) yield return "improper data";
        if (run.NotPositive.Any(share => share >= DeadShare)) yield return "dead node";
        if (run.Saturated.Any(share => share > SaturatedShare)) yield return "saturated activation";
        if (run.Looks.Any(look => look.GradientMeans.Any(mean => mean < Vanishing))) yield return "vanishing gradient";
        if (run.Looks.SelectMany(Moves).Any(move => move is < LeastMove or > GreatestMove)) yield return "out of range learning rate";
        if (Stands(run.TrainingLosses, EqualLosses)) yield return "loss not decreasing";
        if (Stands(run.TrainingAccuracies, EqualAccuracies)) yield return "accuracy not increasing";
        if (run.Looks.Any(look => look.WeightVariances.Any(variance => variance is < LeastVariance or > GreatestVariance)))
            yield return "improper weights";
    }

    private static IEnumerable<double> Moves(WatchedLook look) =>
        look.GradientNorms.Zip(look.WeightNorms, (gradient, weight) => look.LearningRate * gradient / weight);

    private static bool Stands(IReadOnlyList<double> values, int times) => Enumerable.Range(0, Math.Max(0, values.Count - times + 1))
        .Any(first => Enumerable.Range(first, times).All(place => values[place] == values[first]));
}
