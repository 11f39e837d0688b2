using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.Mutants;

/// <summary>Mistakes that can be made in every derivation: a sign, a factor, rows for columns, a sum that was not taken.</summary>
internal static class ScaledMutants
{
    private static readonly string[] Means =
        ["linear-mse", "linear-mae", "logistic-bce", "softmax-cross-entropy", "two-layer-perceptron", "perceptron"];

    public static IEnumerable<Mutant> All() => DerivationCatalogue.All.SelectMany(derivation => (IEnumerable<Mutant>)
        [.. OfAll(derivation), .. Swapped(derivation), .. derivation.Inputs.Where(IsMoving).SelectMany(input =>
            OfOne(derivation, input))]);

    /// <summary>Two mistakes at once.</summary>
    public static IEnumerable<Mutant> Pairs() => DerivationCatalogue.All.SelectMany(derivation => (Mutant[])
    [
        Times(derivation, null, "sign and factor 2", [Mistake.Sign, Mistake.FactorTwo], _ => -2),
        .. Averages(derivation)
            ? [Times(derivation, null, "sign and sum", [Mistake.SumForMean, Mistake.Sign], n => -n), Times(
                derivation, null, "factor 2 and sum", [Mistake.SumForMean, Mistake.FactorTwo], n => 2 * n)]
            : (Mutant[])[],
    ]);

    private static IEnumerable<Mutant> OfAll(IDerivation derivation)
    {
        yield return Times(derivation, null, "other sign", [Mistake.Sign], _ => -1);
        yield return Times(derivation, null, "doubled", [Mistake.FactorTwo], _ => 2);
        if (Averages(derivation)) yield return Times(derivation, null, "summed, not averaged", [Mistake.SumForMean], n => n);
        if (HasRows(derivation))
        {
            yield return Times(
                derivation, null, "divided by n", [Averages(derivation) ? Mistake.ExtraShare : Mistake.MeanForSum],
                n => 1 / n);
        }
    }

    private static IEnumerable<Mutant> OfOne(IDerivation derivation, DerivationInput input)
    {
        // Of one parameter alone these are the mutants of all.
        bool several = derivation.Inputs.Count(IsMoving) > 1;
        if (several) yield return Times(derivation, input.Name, "other sign", [Mistake.Sign], _ => -1);
        yield return Times(derivation, input.Name, "halved", [Mistake.FactorTwo], _ => 0.5);
        if (several && Averages(derivation)) yield return Times(derivation, input.Name, "1/n lost", [Mistake.MissingShare], n => n);
        if (several && HasRows(derivation))
        {
            yield return Times(
                derivation, input.Name, "divided by n", [Averages(derivation) ? Mistake.ExtraShare : Mistake.MeanForSum],
                n => 1 / n);
        }
        if (input.Shape.Count == 2)
        {
            yield return Mutant.Of(derivation.Name, $"{input.Name} turned", Mistake.Transposed,
                at => [(input.Name, derivation.Gradient(at)[input.Name].t())]);
        }
    }

    private static IEnumerable<Mutant> Swapped(IDerivation derivation)
    {
        string[] moving = [.. derivation.Inputs.Where(input => input.IsDifferentiated).Select(input => input.Name)];
        if (moving.Length > 1)
        {
            yield return new Mutant(derivation.Name, $"{moving[0]} and {moving[1]} swapped",
                [[Mistake.SwappedOutputs]], at => new Dictionary<string, Tensor>
                {
                    [moving[0]] = derivation.Gradient(at)[moving[1]],
                    [moving[1]] = derivation.Gradient(at)[moving[0]],
                });
        }
    }

    private static Mutant Times(
        IDerivation derivation, string? only, string name, IReadOnlyList<Mistake> mistakes,
        Func<double, double> factor) =>
        new(
            derivation.Name, $"{only ?? "all"} {name}", [.. mistakes.Select(mistake => (Mistake[])[mistake])],
            at => derivation.Gradient(at).Where(part => only is null || part.Key == only)
                .ToDictionary(part => part.Key, part => part.Value * factor(Rows(derivation, at))));

    private static double Rows(IDerivation derivation, DerivationPoint at)
    {
        DerivationInput? rows = derivation.Inputs.FirstOrDefault(input => input.Shape is ["n", ..]);
        return rows is null ? 1 : at[rows.Name].size(0);
    }

    private static bool Averages(IDerivation derivation) => Means.Contains(derivation.Name);

    private static bool HasRows(IDerivation derivation) => derivation.Inputs.Any(input => input.Shape is ["n", ..]);

    private static bool IsMoving(DerivationInput input) => input.IsDifferentiated;
}
