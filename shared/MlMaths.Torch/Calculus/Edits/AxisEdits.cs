namespace MlMaths.Torch.Calculus;

/// <summary>A sum along another axis, of everything, or left out; a vector spread the other way.</summary>
internal static class AxisEdits
{
    public static IEnumerable<Edit> Of(EditPlace place) => place.Term.Kind switch
    {
        TermKind.SumAlong => OfSum(place),
        TermKind.Product when IsMean(place.Term) =>
        [
            place.Edited(Mistake.OtherAxis, 1, $"the mean {TermText.Of(place.Term)} runs along the wrong axis", Turned),
        ],
        TermKind.Column =>
        [
            place.Edited(Mistake.OtherAxis, 1.2, $"{TermText.Of(place.Term)} is spread over the columns, and belongs to the rows",
                whole => whole.Parts[0]),
        ],
        TermKind.Letter when place.Term.Shape.Length == 1 && place.Parent is
        {
            Shape.Length: 2,
            Kind: TermKind.Product or TermKind.Sum
        } =>
        [
            place.Edited(Mistake.OtherAxis, 1.4, $"{TermText.Of(place.Term)} is spread over the rows the wrong way",
                term => term.Column()),
        ],
        _ => [],
    };

    /// <summary>Every mean and sum of a normalisation along the other axis, forward and back.</summary>
    public static IEnumerable<Edit> Everywhere(BackwardSteps steps)
    {
        Edit[] turned =
        [
            .. from step in steps.All
               where Holds(step.Right)
               select new EditPlace(steps, step, [], step.Right, null).Edited(
                   Mistake.OtherAxis, 1, $"every mean runs along the wrong axis: they belong to the {Lines(step.Right)}", Turned),
        ];
        if (turned.Length > 1) yield return turned[0] with { Twins = turned[1..] };
    }

    private static bool IsMean(Term product) => product.Parts.Any(part => part is { Kind: TermKind.SumAlong, Keeps: true })
        && product.Parts.Any(part => part is { Kind: TermKind.Inverse, Parts: [{ Kind: TermKind.Size }] });

    private static string Lines(Term term) =>
        term is { Kind: TermKind.SumAlong, Keeps: true } ? term.Axis == 0 ? "columns" : "rows" : Lines(term.Parts.First(Holds));

    private static bool Holds(Term term) => term is { Kind: TermKind.SumAlong, Keeps: true } || term.Parts.Any(Holds);

    private static Term Turned(Term term)
    {
        if (term is { Kind: TermKind.SumAlong, Keeps: true }) return Turned(term.Parts[0]).SumAlong(1 - term.Axis, keeps: true);
        if (term.Parts.Length == 0) return term;
        Term[] parts = [.. term.Parts.Select(Turned)];
        Term? sum = term.Parts.FirstOrDefault(part => part is { Kind: TermKind.SumAlong, Keeps: true });
        if (term.Kind != TermKind.Product || sum is null) return term.With(parts);
        // The mean's divisor goes with its axis.
        string size = sum.Parts[0].Shape[1 - sum.Axis];
        return term.With([.. parts.Select(part => part is { Kind: TermKind.Inverse, Parts: [{ Kind: TermKind.Size }] }
            ? Term.Size(size).Inverse() : part)]);
    }

    private static IEnumerable<Edit> OfSum(EditPlace place)
    {
        string inside = TermText.Of(place.Term.Parts[0]), over = place.Term.Axis == 0 ? "rows" : "columns";
        string size = place.Term.Parts[0].Shape[place.Term.Axis];
        yield return place.Edited(Mistake.ForgottenSum, 1, $"{inside} stands where its sum over the {over} belongs", sum => sum.Parts[0]);
        if (place.Term.Parts[0].Shape.Length == 2)
        {
            yield return place.Edited(
                Mistake.OtherAxis, 1, $"the sum of {inside} runs along the wrong axis: it belongs over the {over}",
                sum => sum.Parts[0].SumAlong(1 - sum.Axis, sum.Keeps));
            yield return place.Edited(
                Mistake.SummedToOne, 1.1,
                    $"all numbers of {inside} are summed into one, where each {(place.Term.Axis == 0 ? "column" : "row")} has its own sum",
                sum => sum.Parts[0].SumOfAll());
        }
        yield return place.Edited(
            Mistake.SummedToOne, 1.1,
            $"TorchSharp reads {inside}.sum(0) as a sum of everything as bytes: write {inside}.sum(dim: 0)", sum =>
                sum.Parts[0].SumOfBytes());
        if (size != "1" && !place.IsMean)
        {
            yield return place.Edited(
                Mistake.MeanForSum, 1.2, $"the mean of {inside} stands where the sum belongs", sum => sum / Term.Size(size));
        }
        if (place.Term.Keeps)
        {
            yield return place.Edited(
                Mistake.OtherAxis, 1.4, $"the sum of {inside} lost its axis, and is spread the wrong way",
                sum => sum.Parts[0].SumAlong(sum.Axis));
        }
    }
}
