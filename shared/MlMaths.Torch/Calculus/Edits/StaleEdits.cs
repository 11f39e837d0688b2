namespace MlMaths.Torch.Calculus;

/// <summary>
/// A value that is out of date where it is read: in a loop, that of the row before; or of a letter that a later line has written
/// over. What a parameter is after a step of training depends on a learning rate that nobody gave, so it has no edit.
/// </summary>
internal static class StaleEdits
{
    // What a variable holds before a loop begins: nothing, the first row, or a factor that changes nothing.
    private static readonly (double First, double Cost)[] Starts = [(0, 1.5), (double.NaN, 1.5), (1, 1.6)];

    public static IEnumerable<Edit> Of(EditPlace place) => [.. OfRows(place), .. Overwritten(place)];

    private static IEnumerable<Edit> OfRows(EditPlace place)
    {
        bool isRead = place.Term.Kind == TermKind.Letter && place.Step.IsBackward && !place.IsRoot;
        if (place.Term.Shape is not ["n", ..] || !(isRead || place.IsRoot)) yield break;
        string name = isRead ? place.Term.Name : place.Step.Name;
        string where = isRead ? $" in {place.Step.Name}" : "";
        foreach ((double first, double cost) in Starts)
        {
            yield return place.Edited(
                Mistake.StaleValue, isRead ? cost + 0.1 : cost, $"{name} is that of the row before{where}: it is read before it is updated",
                term => term.RowBefore(first)) with
            {
                IsOfAny = true,
                Kin = $"row before, from {first}",
            };
        }
    }

    // A letter that a line of a later step, or of this one, has put a new value into.
    private static IEnumerable<Edit> Overwritten(EditPlace place)
    {
        if (place.Term.Kind != TermKind.Letter || !place.Step.IsBackward) yield break;
        ulong after = place.Steps.Downstream(1ul << place.Step.Index);
        foreach (Step other in place.Steps.All.Where(other => other.Index > place.Step.Index && (after >> other.Index & 1) == 0
            && (other.Right.Reads >> place.Term.Index & 1) != 0 && other.Right.Shape.SequenceEqual(place.Term.Shape)))
        {
            if (place.Steps.Gradients.Values.Contains(other.Index)) continue;
            Term letter = place.Steps[other.Name];
            yield return place.Edited(
                Mistake.StaleValue, 1.4, $"{other.Name} stands where {place.Term.Name} belongs: it is read after it was written over",
                _ => letter);
        }
    }
}
