namespace MlMaths.Torch.Calculus;

/// <summary>
/// Sums and products as one writes them: signs in front, and what all terms of a sum have in common behind a bracket,
/// (exp(z) − y)/n and not exp(z)/n − y/n.
/// </summary>
internal static class Gathered
{
    /// <summary>a times b; a one is no factor to write down.</summary>
    public static Term Product(Term a, Term b) => (a, b) switch
    {
        ({ Kind: TermKind.Number, Value: 1 }, _) => b,
        (_, { Kind: TermKind.Number, Value: 1 }) => a,
        ({ Kind: TermKind.Negative }, _) => -Product(a.Parts[0], b),
        (_, { Kind: TermKind.Negative }) => -Product(a, b.Parts[0]),
        ({ Kind: TermKind.Number, Value: -1 }, _) => -b,
        _ => Counted(a * b),
    };

    /// <summary>A sum along an axis, with single numbers in front of it and not inside.</summary>
    public static Term SumAlong(Term term, int axis, bool keeps = false)
    {
        if (term.Kind == TermKind.Negative) return -SumAlong(term.Parts[0], axis, keeps);
        if (term.Kind != TermKind.Product) return term.SumAlong(axis, keeps);
        Term[] single = [.. term.Parts.Where(part => part.Shape.Length == 0)], others = [.. term.Parts.Except(single)];
        return others.Length == 0 ? term.SumAlong(axis, keeps) : Term.Product([Term.Product(others).SumAlong(axis, keeps), .. single]);
    }

    /// <summary>What comes from several steps, added.</summary>
    public static Term Sum(IReadOnlyList<Term> terms)
    {
        if (terms.Count == 1) return terms[0];
        List<Term>[] factors = [.. terms.Select(FactorsOf)];
        List<Term> common = [];
        foreach (Term factor in factors[0].ToArray())
        {
            if (!factors.All(one => one.Exists(factor.IsLike))) continue;
            common.Add(factor);
            foreach (List<Term> one in factors) one.RemoveAt(one.FindIndex(factor.IsLike));
        }

        Term sum = Term.Sum(terms.Zip(factors, (term, left) => IsNegative(term) ? -Term.Product(left) : Term.Product(left)));
        return Term.Product([sum, .. common]);
    }

    /// <summary>Numbers multiplied with each other: 2 · w/2 is w.</summary>
    private static Term Counted(Term product)
    {
        Term[] numbers = [.. product.Parts.Where(part => NumberOf(part) is not null)];
        if (product.Kind != TermKind.Product || numbers.Length < 2) return product;
        double value = numbers.Aggregate(1.0, (all, part) => all * NumberOf(part)!.Value);
        IEnumerable<Term> others = product.Parts.Except(numbers);
        return value == 1 ? Term.Product(others) : Term.Product([value, .. others]);
    }

    private static double? NumberOf(Term part) => part switch
    {
        { Kind: TermKind.Number } => part.Value,
        { Kind: TermKind.Inverse, Parts: [{ Kind: TermKind.Number } divisor] } => 1 / divisor.Value,
        _ => null,
    };

    private static bool IsNegative(Term term) => term.Kind == TermKind.Negative;

    private static List<Term> FactorsOf(Term term) => IsNegative(term) ? FactorsOf(term.Parts[0])
        : term.Kind == TermKind.Product ? [.. term.Parts] : [term];
}
