namespace MlMaths.Torch.Calculus;

/// <summary>A factor left out.</summary>
internal static class ProductEdits
{
    public static IEnumerable<Edit> Of(EditPlace place) => place.Term.Kind != TermKind.Product
        ? []
        : place.Term.Parts.Index().Select(part => Dropped(place, part.Index, part.Item));

    private static Edit Dropped(EditPlace place, int k, Term part)
    {
        (Mistake mistake, double cost, string says) = Named(place, part);
        return place.Edited(mistake, cost, says, whole => Without(whole, k), TermText.Of(part));
    }

    // A one stands for it, so that the others keep their places; where nothing else has the shape, ones.
    private static Term Without(Term whole, int k)
    {
        Term Instead(Term one) => Term.Product(whole.Parts.Select((part, other) => other == k ? one : part));
        Term rest = Instead(1.0);
        return rest.Shape.SequenceEqual(whole.Shape) ? rest : Instead(whole.Parts[k].Ones());
    }

    private static (Mistake, double, string) Named(EditPlace place, Term part)
    {
        string text = TermText.Of(part);
        if (EditPlace.IsShare(part, "n") && place.IsMean && place.Step.IsBackward)
        {
            return (place.IsRoot ? Mistake.SumForMean : Mistake.MissingShare, 1,
                "1/n is missing: the sum over the rows stands for their mean");
        }
        if (part is { Kind: TermKind.Inverse, Parts: [{ Kind: TermKind.Size }] } && place.Term.Parts.Any(other =>
            other.Kind == TermKind.SumAlong))
        {
            return (Mistake.SumForMean, 1, $"{text} is missing: a sum stands where a mean belongs");
        }
        if (part is { Kind: TermKind.Number, Value: 2 or 0.5 }) return (Mistake.FactorTwo, 1, $"the {text} is missing");
        if (part.Kind == TermKind.Letter && place.Steps.All[part.Index].Slope is { } slope)
            return (Mistake.ForgottenDerivative, 1, $"the derivative of {SlopeEdits.NameOf(slope.Of)} is left out");
        if (part.Kind == TermKind.Letter && Maxima.MaskedBy(place.Steps, place.Steps.All[part.Index]) is { } max)
        {
            return (Mistake.ForgottenDerivative, 1,
                $"the derivative of {TermText.Of(max)} is left out: it is 0 where {TermText.Of(max.Parts[1])} is the larger");
        }
        return (Mistake.ForgottenFactor, 1.1, $"the factor {text} is left out");
    }
}
