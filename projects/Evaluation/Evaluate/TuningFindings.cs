using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Evaluate;

/// <summary>A penalty, and what the folds say of it.</summary>
/// <param name="Penalty">λ.</param>
/// <param name="LogLoss">Mean over all folds, nats per row.</param>
internal sealed record TriedPenalty(double Penalty, double LogLoss);

/// <summary>
/// What it costs to choose and to judge on the same folds: the least of several means is a lucky one. In a nested
/// cross-validation folds inside the training rows choose, so that the outer folds judge a choice they have had no part in.
/// </summary>
/// <param name="Tried">One for each λ, over the very folds that then seem to judge it.</param>
/// <param name="Nested">Log loss of the nested choice, corrected for shared training rows.</param>
/// <param name="Optimism">Log loss of the nested choice less that of the best single λ, fold by fold: what is flattered.</param>
/// <param name="Chosen">How often the inner folds chose each λ.</param>
/// <param name="ByValidation">What the validation part alone would have chosen.</param>
internal sealed record TuningFindings(
    IReadOnlyList<TriedPenalty> Tried, Interval Nested, Interval Optimism, IReadOnlyDictionary<double, int> Chosen, double ByValidation)
{
    /// <summary>The λ that looks best.</summary>
    public TriedPenalty Best => Tried.MinBy(one => one.LogLoss)!;

    public static TuningFindings Search(
        EvaluationData data, ModelScores nested, int seed, Action<double> advance, CancellationToken cancellation)
    {
        const string Metric = "log_loss";
        Dictionary<double, CrossValidation> all = [];
        foreach (double λ in TunedLogisticRecipe.Penalties)
        {
            var recipe = new LogisticRecipe(λ) { Device = nested.Recipe.Device };
            all[λ] = CrossValidation.Train(data.Folds, fold =>
            {
                cancellation.ThrowIfCancellationRequested();
                double[] probabilities = recipe.Probabilities(data.Development, fold.Training, fold.HeldOut.Rows, seed);
                return new Dictionary<string, double?> { [Metric] = LogLoss.Of(data.Development.Of(fold.HeldOut), probabilities) };
            });
            advance(1.0 / TunedLogisticRecipe.Penalties.Count);
        }

        double best = all.MinBy(one => one.Value.Mean(Metric).Value).Key;
        double[] flattered = nested.Validation.GainOver(all[best], Metric);
        var optimism = CorrectedResampledT.Of(flattered, nested.Validation.TrainingRows, nested.Validation.HeldOutRows);
        return new(
            [.. all.Select(one => new TriedPenalty(one.Key, one.Value.Mean(Metric).Value!.Value))],
            nested.Validation.Mean(Metric), optimism.Difference, InnerChoices(data, nested.Recipe.Device, seed),
            ByValidationPart(data, nested.Recipe.Device, seed));
    }

    private static Dictionary<double, int> InnerChoices(EvaluationData data, torch.Device device, int seed)
    {
        double[] choices = [.. data.Folds[0].Select(fold => TunedLogisticRecipe.Choose(data.Development, fold.Training, seed, device))];
        return TunedLogisticRecipe.Penalties.ToDictionary(λ => λ, λ => choices.Count(choice => choice == λ));
    }

    private static double ByValidationPart(EvaluationData data, torch.Device device, int seed)
    {
        bool[] labels = data.Target.Of(data.Split.Validation);
        return TunedLogisticRecipe.Penalties.MinBy(λ =>
            LogLoss.Of(labels, new LogisticRecipe(λ) { Device = device }
                .Probabilities(data.Target, data.Split.Training, data.Split.Validation.Rows, seed)));
    }
}
