using System.Collections;
using System.Globalization;

namespace MlMaths.Torch.Exercises.Learn.Grading;

/// <summary>Rows of numbers, read from whatever a learner keeps them in.</summary>
internal static class Table
{
    /// <summary>The rows of a list of lists, or of an array of two dimensions; null where it is null.</summary>
    public static double[][]? Rows(object? returned) => returned switch
    {
        null => null,
        Array { Rank: 2 } square =>
        [
            .. Enumerable.Range(0, square.GetLength(0)).Select(i =>
                Enumerable.Range(0, square.GetLength(1)).Select(j => Number(square.GetValue(i, j))).ToArray()),
        ],
        IEnumerable list and not string => [.. list.Cast<object?>().Select(row => Row(row) ?? [])],
        _ => throw new InvalidCastException($"It returned a {returned.GetType().Name}, and rows of numbers are asked for."),
    };

    /// <summary>The numbers of a list, whole or not; null where it is null.</summary>
    public static double[]? Row(object? returned) => returned switch
    {
        null => null,
        IEnumerable list and not string => [.. list.Cast<object?>().Select(Number)],
        _ => throw new InvalidCastException($"It holds a {returned.GetType().Name} where a list of numbers is asked for."),
    };

    private static double Number(object? one) => one is IConvertible number and not string
        ? Convert.ToDouble(number, CultureInfo.InvariantCulture)
        : throw new InvalidCastException($"It holds a {one?.GetType().Name ?? "null"} where a number is asked for.");
}
