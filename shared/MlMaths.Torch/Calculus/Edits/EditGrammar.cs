namespace MlMaths.Torch.Calculus;

/// <summary>
/// The single edits of a derivation: rules over terms, none of which knows a derivation. A rule says what can be mistaken at a
/// kind of term; the name and the place of a mistake come from the rule and from the step.
/// </summary>
internal static class EditGrammar
{
    private static readonly Func<EditPlace, IEnumerable<Edit>>[] Rules =
    [
        ProductEdits.Of, SumEdits.Of, BracketEdits.Of, ConstantEdits.Of, FactorEdits.Of, OperandEdits.Of, FunctionEdits.Of,
        SlopeEdits.Of, PowerEdits.Of, MatrixEdits.Of, AxisEdits.Of, RowEdits.Of, StaleEdits.Of, LabelEdits.Of,
        OutputEdits.Of,
    ];

    /// <summary>Likeliest first.</summary>
    public static IReadOnlyList<Edit> Of(BackwardSteps steps)
    {
        Edit[] single = [.. EditPlace.In(steps).SelectMany(place => Rules.SelectMany(rule => rule(place)))];
        return [.. single.Concat(InEveryLayer(steps, single)).Concat(AxisEdits.Everywhere(steps)).OrderBy(edit => edit.Cost)];
    }

    /// <summary>A loop over layers makes the same mistake in each.</summary>
    private static IEnumerable<Edit> InEveryLayer(BackwardSteps steps, Edit[] single) =>
        from edit in single
        where char.IsDigit(steps.All[edit.Step].Name.TrimEnd('\'')[^1]) && !steps.All[edit.Step].IsInput
        group edit by (WithoutDigits(steps.All[edit.Step].Name), edit.Mistake, string.Join(',', edit.Path), Kin(edit)) into kin
        where kin.DistinctBy(edit => edit.Step).Count() == kin.Count() && kin.Count() > 1
        let first = kin.First()
        select first with { Twins = [.. kin.Skip(1)], Says = $"{first.Says} (in every layer)", Cost = first.Cost + 0.05 };

    private static string Kin(Edit edit) => edit.Kin.Length > 0 ? edit.Kin : WithoutDigits(edit.Says);

    private static string WithoutDigits(string text) => string.Concat(text.Where(letter => !char.IsDigit(letter)));
}
