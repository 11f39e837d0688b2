namespace MlMaths.Torch.Calculus;

/// <summary>The derivations that are part of the library.</summary>
public static class DerivationCatalogue
{
    /// <summary>What there is, in the order in which a learner meets it.</summary>
    public static IReadOnlyList<IDerivation> All { get; } =
    [
        new LinearSquaredError(), new LinearAbsoluteError(), new WeightedLogistic(), new SoftmaxCrossEntropy(), new SquaredPenalty(),
        new SigmoidSlope(), new TanhSlope(), new ReluSlope(), new GeluSlope(),
        new LinearLayer(), new TwoLayerPerceptron(), new AnyDepthPerceptron(), new LayerNorm(), new BatchNorm(), new MaskedDropout(),
        new RowCosine(), new ScaledAttention(),
    ];

    /// <summary>The derivation of that name.</summary>
    /// <exception cref="UserMistakeException">There is none.</exception>
    public static IDerivation ByName(string name)
    {
        if (All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } derivation)
            return derivation;
        string[] names = [.. All.Select(known => known.Name)];
        string meant = NearestName.Of(name, names) is { } nearest ? $" (did you mean {Quoted.Value(nearest)}?)" : "";
        throw new UserMistakeException($"There is no derivation {Quoted.Value(name)}{meant}: it may be {string.Join(", ", names)}.");
    }
}
