namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>The gradients to be written, one for each derivation.</summary>
internal static class YourTurnCatalogue
{
    /// <summary>In the order in which a learner meets them.</summary>
    public static IReadOnlyList<IExercise> All { get; } =
    [
        new LinearSquaredErrorAnswer(), new LinearAbsoluteErrorAnswer(), new WeightedLogisticAnswer(), new SoftmaxCrossEntropyAnswer(),
        new SquaredPenaltyAnswer(), new SigmoidAnswer(), new TanhAnswer(), new ReluAnswer(),
        new GeluAnswer(), new LinearLayerAnswer(), new TwoLayerPerceptronAnswer(), new AnyDepthPerceptronAnswer(),
        new LayerNormAnswer(), new BatchNormAnswer(), new MaskedDropoutAnswer(), new RowCosineAnswer(),
        new ScaledAttentionAnswer(),
    ];

    /// <summary>The exercise on the derivation of that name.</summary>
    /// <exception cref="UserMistakeException">There is none.</exception>
    public static IExercise ByName(string name)
    {
        if (All.FirstOrDefault(exercise => exercise.Derivation.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        string[] names = [.. All.Select(exercise => exercise.Derivation)];
        string meant = NearestName.Of(name, names) is { } nearest ? $" (did you mean {Quoted.Value(nearest)}?)" : "";
        throw new UserMistakeException($"There is no exercise {Quoted.Value(name)}{meant}: it may be {string.Join(", ", names)}.");
    }
}
