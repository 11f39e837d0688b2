using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Exercises.Learn.Grading;

/// <summary>Several values that a method returned at once: a tuple, a list, or a record of the learner's own.</summary>
internal static class Several
{
    /// <summary>So many numbers, null where one is null or NaN; null where none came.</summary>
    public static double?[]? Numbers(object? returned, int count) =>
        Values(returned, count, "numbers") is { } parts ? [.. parts.Select(Binding.Number)] : null;

    /// <summary>So many lists of whole numbers; null where none came.</summary>
    public static IReadOnlyList<int>[]? Lists(object? returned, int count) =>
        Values(returned, count, "lists") is { } parts ? [.. parts.Select(part => Binding.Numbers(part) ?? [])] : null;

    /// <summary>So many values of any kind; null where none came.</summary>
    public static object?[]? Values(object? returned, int count, string what)
    {
        object?[]? parts = returned switch
        {
            null => null,
            ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])],
            IEnumerable list and not string => [.. list.Cast<object?>()],
            _ => [.. returned.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(one => one.GetValue(returned))],
        };
        return parts is null || parts.Length == count
            ? parts
            : throw new InvalidCastException(
                string.Create(CultureInfo.InvariantCulture, $"It returned {parts.Length} values, and {count} {what} are asked for."));
    }
}
