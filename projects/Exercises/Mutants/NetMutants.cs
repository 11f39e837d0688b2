using MlMaths.Torch.Calculus;
using static MlMaths.Torch.Calculus.Mistake;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Softmax and nets, with a line of the backward pass written wrong.</summary>
internal static class NetMutants
{
    private sealed record BackwardPassParts(
        Func<Tensor, Tensor, Tensor> AtLogits, Func<Tensor[], Tensor[], int, Tensor> Slope,
        Func<Tensor[], Tensor[], int, Tensor> SeenByW, Func<DerivationPoint, int, Tensor> Weight);

    public static IEnumerable<Mutant> All() =>
        [.. Net("softmax-cross-entropy", 1), .. Net("two-layer-perceptron", 2), .. Net("perceptron", 4)];

    private static IEnumerable<Mutant> Net(string net, int layers)
    {
        bool tanh = layers == 2;
        BackwardPassParts right = new(
            (Z, Y) => Softmax(Z) - Y, (Z, A, l) => tanh ? 1 - A[l] * A[l] : (Z[l] > 0).to(torch.ScalarType.Float64),
            (_, A, l) => A[l - 1], (at, l) => at[$"W{l}"].t());
        Mutant Mutated(string name, Mistake mistake, BackwardPassParts way) =>
            Mutant.Of(net, name, mistake, at => Backwards(at, layers, tanh, way));

        yield return Mutated("Z for softmax(Z)", ForgottenFunction, right with { AtLogits = (Z, Y) => Z - Y });
        yield return Mutated("softmax twice", RepeatedFunction, right with { AtLogits = (Z, Y) => Softmax(Softmax(Z)) - Y });
        yield return Mutated("softmax of columns", OtherAxis, right with { AtLogits = (Z, Y) => Softmax(Z.t()).t() - Y });
        yield return Mutated("σ for softmax", OtherFunction, right with { AtLogits = (Z, Y) => 1 / (1 + torch.exp(-Z)) - Y });
        yield return Mutated("p(1 − p) once more", RepeatedDerivative,
            right with { AtLogits = (Z, Y) => (Softmax(Z) - Y) * Softmax(Z) * (1 - Softmax(Z)) });
        yield return Mutated("no Y", ForgottenPath, right with { AtLogits = (Z, Y) => Softmax(Z) });
        string first = layers == 1 ? "b" : "b1";
        yield return Mutant.Of(net, "db left spread", ForgottenSum,
            at => [(first, Backwards(at, layers, tanh, right, spread: true).Single(part => part.Name == first).Value)]);
        if (layers == 1) yield break;

        yield return Mutated("no slope", ForgottenDerivative, right with { Slope = (Z, A, l) => torch.ones_like(Z[l]) });
        yield return Mutated("the value for the slope", WrongDerivative, right with { Slope = (Z, A, l) => A[l] });
        yield return Mutated("σ'", WrongDerivative, right with
        {
            Slope = (Z, A, l) =>
            torch.exp(-Z[l]) / (1 + torch.exp(-Z[l])).pow(2)
        });
        if (tanh) yield return Mutated("1 − z²", WrongDerivative, right with { Slope = (Z, A, l) => 1 - Z[l] * Z[l] }).Or(OtherOperand);
        if (tanh) yield return Mutated("1 − a", WrongPower, right with { Slope = (Z, A, l) => 1 - A[l] });
        if (!tanh) yield return Mutated("tanh'", WrongDerivative, right with { Slope = (Z, A, l) => 1 / torch.cosh(Z[l]).pow(2) });
        yield return Mutated("Z for A in dW", OtherOperand, right with { SeenByW = (Z, A, l) => l == 1 ? A[0] : Z[l - 1] });
        yield return Mutated("the slope of the layer before", NeighbouringLayer, right with
        {
            Slope = (Z, A, l) => tanh ? 1 - A[l - 1] * A[l - 1] : (A[l - 1] > 0).to(torch.ScalarType.Float64),
        });
        yield return Mutated("the activation before", NeighbouringLayer, right with
        {
            SeenByW = (Z, A, l) => l == 1
            ? A[0] : A[l - 2]
        });
        yield return Mutated("W for Wᵀ in dA", Transposed, right with { Weight = (at, l) => at[$"W{l}"] });
        yield return Mutated("the weight before", NeighbouringLayer, right with { Weight = (at, l) => at[$"W{l - 1}"].t() });
    }

    private static (
        string Name, Tensor Value)[] Backwards(DerivationPoint at, int layers, bool tanh, BackwardPassParts way, bool spread = false)
    {
        Tensor[] Z = new Tensor[layers + 1], A = new Tensor[layers + 1];
        string Letter(string name, int l) => layers == 1 ? name : $"{name}{l}";
        (Z[0], A[0]) = (at["X"], at["X"]);
        for (int l = 1; l <= layers; l++)
        {
            Z[l] = torch.mm(A[l - 1], at[Letter("W", l)]) + at[Letter("b", l)];
            A[l] = tanh ? torch.tanh(Z[l]) : torch.clamp(Z[l], min: 0);
        }

        var gradient = new List<(string, Tensor)>();
        Tensor Y = at["y"].unsqueeze(1).eq(torch.arange(Z[layers].size(1))).to(torch.ScalarType.Float64);
        Tensor dZ = way.AtLogits(Z[layers], Y) / at["y"].size(0);
        for (int l = layers; l >= 1; l--)
        {
            gradient.Add((Letter("W", l), torch.mm(way.SeenByW(Z, A, l).t(), dZ)));
            gradient.Add((Letter("b", l), spread ? dZ : dZ.sum(dim: 0)));
            if (l > 1) dZ = torch.mm(dZ, way.Weight(at, l)) * way.Slope(Z, A, l - 1);
        }
        return [.. gradient];
    }

    private static Tensor Softmax(Tensor Z) => torch.exp(Z) / torch.exp(Z).sum(dim: 1, keepdim: true);
}
