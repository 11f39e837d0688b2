namespace MlMaths.Torch.Calculus;

/// <summary>
/// A value that is out of date where a loop reads it: that of the row before. (One that was written over is another letter's:
/// <see cref="OperandEdits"/>. What a parameter is after a step of training depends on a learning rate that nobody gave: that has
/// no edit.)
/// </summary>
internal static class StaleEdits
{
    // What a variable holds before a loop begins: nothing, the first row, or a factor that changes nothing.
    private static readonly (double First, double Cost)[] Starts = [(0, 1.5), (double.NaN, 1.5), (1, 1.6)];

    public static IEnumerable<Edit> Of(EditPlace place)
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
}
