namespace MlMaths.Torch.Calculus;

/// <summary>What goes wrong in loops over the rows: one row alone, a skipped one, a sum that is not set back.</summary>
internal static class RowEdits
{
    private static readonly (int Row, bool Only, Mistake Mistake, double Cost, string Says)[] Slips =
    [
        (-1, true, Mistake.OneRow, 1.1, "only the last row is left in {0}: a loop overwrites (= for +=)"),
        (0, true, Mistake.OneRow, 1.3, "only the first row counts in {0}"),
        (0, false, Mistake.SkippedRow, 1.2, "the first row is skipped in {0}: rows count from 0"),
        (-1, false, Mistake.SkippedRow, 1.2, "the last row is skipped in {0}: the loop ends too early"),
    ];

    public static IEnumerable<Edit> Of(EditPlace place)
    {
        string name = place.Step.Name;
        if (place.Term.Kind == TermKind.SumAlong)
        {
            bool down = place.Term.Axis == 0;
            foreach (var slip in Slips)
            {
                yield return place.Edited(slip.Mistake, slip.Cost + (down ? 0 : 0.2), Words(slip.Says, down, name),
                    sum => sum.With([Only(sum.Parts[0], slip.Row, slip.Only, down)]));
            }
            yield return place.Edited(
                Mistake.RunningSum, 1.3, $"the sum in {name} is not set back to 0 from row to row",
                sum => down ? sum.With([sum.Parts[0].RunningSum()]) : sum.RunningSum());
        }
        else if (place.Term.Kind == TermKind.MatrixProduct && place.Step.IsBackward)
        {
            foreach (var slip in Slips)
            {
                yield return place.Edited(
                    slip.Mistake, slip.Cost + (place.Term.Parts[1].Shape[0] == "n" ? 0 : 0.2),
                    Words(slip.Says, place.Term.Parts[1].Shape[0] == "n", name),
                    product => product.Parts[0].Mm(product.Parts[1].Rows(slip.Row, slip.Only)));
            }
        }
        if (place.IsRoot && place.Step.IsBackward && place.Term.Shape is ["n", ..])
        {
            foreach (var slip in Slips)
            {
                yield return place.Edited(
                    slip.Mistake, slip.Cost + 0.1, Words(slip.Says, true, name), term => term.Rows(slip.Row, slip.Only)) with
                { IsOfAny = true };
            }
            yield return place.Edited(
                Mistake.RunningSum, 1.4, $"{name} adds up from row to row, and is not set back to 0", term => term.RunningSum());
        }
    }

    private static Term Only(Term term, int row, bool only, bool down) => down ? term.Rows(row, only) : term.T.Rows(row, only).T;

    private static string Words(string says, bool rows, string name) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, rows ? says : says.Replace("row", "term"), name);
}
