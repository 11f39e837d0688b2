using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>A gradient that was corrupted on purpose, as somebody would write it who makes this mistake.</summary>
/// <param name="Derivation">Of which derivation.</param>
/// <param name="Name">What was done.</param>
/// <param name="Truth">For each mistake that was made, the names that fit it; none where it is one without a name.</param>
/// <param name="Mutated">The parameters that come out otherwise; the others stay right.</param>
internal sealed record Mutant(
    string Derivation, string Name, IReadOnlyList<Mistake[]> Truth,
    Func<DerivationPoint, IReadOnlyDictionary<string, Tensor>> Mutated) : IGradientAnswer
{
    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
    {
        var gradient = new Dictionary<string, Tensor>(DerivationCatalogue.ByName(Derivation).Gradient(at));
        foreach ((string name, Tensor mutated) in Mutated(at)) gradient[name] = mutated;
        return gradient;
    }

    /// <summary>One mistake.</summary>
    public static Mutant Of(
        string derivation, string name, Mistake mistake, Func<DerivationPoint, (string Name, Tensor Value)[]> mutated) =>
        new(derivation, name, [[mistake]], at => mutated(at).ToDictionary(part => part.Name, part => part.Value));

    /// <summary>Other names that fit its mistake as well.</summary>
    public Mutant Or(params Mistake[] others) => this with { Truth = [[.. Truth[0], .. others], .. Truth.Skip(1)] };

    /// <summary>A second mistake beside the first.</summary>
    public Mutant And(Mistake second) => this with { Truth = [.. Truth, [second]] };
}
