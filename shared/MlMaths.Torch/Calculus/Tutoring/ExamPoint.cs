namespace MlMaths.Torch.Calculus;

/// <summary>One point at which an answer is asked, with what is right there and what each mistake would lead to; as numbers.</summary>
internal sealed class ExamPoint
{
    private readonly IDerivation _derivation;
    private readonly Lazy<IReadOnlyDictionary<string, GradientNumbers>?>[] _mistaken;

    public ExamPoint(IDerivation derivation, int seed, IReadOnlyList<Hypothesis> hypotheses)
    {
        (_derivation, Seed) = (derivation, seed);
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint point = Draw();
        Sizes = SizesOf(point);
        Right = derivation.Gradient(point).ToDictionary(part => part.Key, part => GradientNumbers.Of(part.Value));
        // One by one and when asked: most mistakes are ruled out by the first point.
        _mistaken = [.. hypotheses.Select(hypothesis => new Lazy<IReadOnlyDictionary<string, GradientNumbers>?>(() =>
        {
            using DisposeScope later = torch.NewDisposeScope();
            return hypothesis.At(Draw());
        }))];
    }

    public int Seed { get; }

    /// <summary>Of each letter for a size, in the order of the inputs.</summary>
    public IReadOnlyDictionary<string, long> Sizes { get; }

    /// <summary>n; 1 where the loss has no rows.</summary>
    public long Rows => Sizes.GetValueOrDefault("n", 1);

    public string Words => Sizes.Count == 0 ? "single numbers" : string.Join(", ", Sizes.Select(size => $"{size.Key} = {size.Value}"));

    /// <summary>By parameter.</summary>
    public IReadOnlyDictionary<string, GradientNumbers> Right { get; }

    /// <summary>What a mistake leads to; null where the shapes do not let it happen.</summary>
    public GradientNumbers? Mistaken(int hypothesis, string parameter) => _mistaken[hypothesis].Value?[parameter];

    /// <summary>The same tensors at each call.</summary>
    public DerivationPoint Draw() => _derivation.Draw(Seed);

    public static IReadOnlyDictionary<string, long> SizesOf(DerivationPoint point) => point.Derivation.Inputs
        .SelectMany(input => input.Shape.Zip(point[input.Name].shape))
        .DistinctBy(size => size.First)
        .ToDictionary(size => size.First, size => size.Second);
}
