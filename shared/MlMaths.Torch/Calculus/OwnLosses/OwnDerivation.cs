namespace MlMaths.Torch.Calculus;

/// <summary>A learner's loss as a derivation: its points are drawn from what its letters may hold.</summary>
/// <param name="loss">The loss.</param>
/// <param name="inputs">Its letters.</param>
/// <param name="gradient">The gradient that is taken for right.</param>
/// <param name="kinks">More kinks than the loss names itself.</param>
internal class OwnDerivation(
    IOwnLoss loss, IReadOnlyList<DerivationInput> inputs,
    Func<DerivationPoint, IReadOnlyDictionary<string, Tensor>> gradient,
    Func<DerivationPoint, IReadOnlyList<Tensor>>? kinks = null) : IDerivation
{
    private const int MaxDraws = 60;

    // From a kink that is nearer, a step of a difference may reach over it.
    private const double NearKink = 0.01;

    public string Name => "own-loss";

    public string Title => "Your own loss";

    public Tex Formula => Tex.None;

    public string Source => "";

    public IReadOnlyList<DerivationInput> Inputs => inputs;

    public DerivationPoint Draw(int seed)
    {
        var drawn = new DrawnInputs(seed);
        DerivationPoint point = Draw(drawn);
        for (int again = 1; again < MaxDraws && Kinks(point).Any(IsNear); again++)
            point = Draw(drawn);
        return point;
    }

    public Tensor Loss(DerivationPoint at) => loss.Loss(at);

    public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at) => gradient(at);

    public IReadOnlyList<Tensor> Kinks(DerivationPoint at) => [.. loss.Kinks(at), .. kinks?.Invoke(at) ?? []];

    private static bool IsNear(Tensor numbers) => numbers.numel() > 0 && numbers.abs().min().ToDouble() < NearKink;

    private DerivationPoint Draw(DrawnInputs drawn)
    {
        Dictionary<string, int> sizes = [];
        foreach (string letter in inputs.SelectMany(input => input.Shape).Distinct())
            sizes[letter] = letter == "C" ? drawn.Size(2, 4) : drawn.Size(1, letter == "n" ? 6 : 4);
        return new(this, inputs.ToDictionary(input => input.Name, input => Numbers(input, drawn, sizes)));
    }

    private static Tensor Numbers(DerivationInput input, DrawnInputs drawn, Dictionary<string, int> sizes)
    {
        long[] shape = [.. input.Shape.Select(letter => (long)sizes[letter])];
        return input.Domain switch
        {
            InputDomain.ZeroOrOne => drawn.ZeroOrOne(shape),
            InputDomain.Class => drawn.Classes((int)shape.Aggregate(1L, (product, size) => product * size), sizes["C"]).reshape(shape),
            InputDomain.Positive => drawn.Between(0.2, 3, shape),
            InputDomain.NotNegative => drawn.Between(0, 3, shape),
            InputDomain.Share => drawn.Between(0.05, 0.95, shape),
            _ => drawn.Normal(shape),
        };
    }
}

/// <summary>A learner's loss whose steps are known.</summary>
internal sealed class SteppedOwnDerivation(
    IOwnLoss loss, IReadOnlyList<DerivationInput> inputs,
    Func<DerivationPoint, IReadOnlyDictionary<string, Tensor>> gradient, BackwardSteps steps)
    : OwnDerivation(loss, inputs, gradient, at => KinkTerms.Of(steps, at)), IStepwise
{
    public BackwardSteps Steps => steps;
}
