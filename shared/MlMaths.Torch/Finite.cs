using System.Runtime.CompilerServices;

namespace MlMaths.Torch;

/// <summary>
/// The guard at the library's doors: a NaN or an infinity that comes in would leave as a number that looks like an answer, or never
/// leave at all. One sentence says which number it was and where it stood.
/// </summary>
internal static class Finite
{
    /// <summary>The number itself, where it is one.</summary>
    public static double Checked(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(name, value, "It must be a finite number.");

    /// <summary>All of them.</summary>
    public static void Check(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        for (int place = 0; place < values.Length; place++)
        {
            if (!double.IsFinite(values[place]))
                throw new ArgumentException(Sentence($"Number {place}", values[place]), name);
        }
    }

    /// <inheritdoc cref="Check(ReadOnlySpan{double}, string)"/>
    public static IReadOnlyList<double> Checked(IReadOnlyList<double> values,
        [CallerArgumentExpression(nameof(values))] string name = "")
    {
        foreach ((int place, double value) in values.Index())
        {
            if (!double.IsFinite(value))
                throw new ArgumentException(Sentence($"Number {place}", value), name);
        }

        return values;
    }

    /// <summary>All of several columns.</summary>
    public static void Check(IReadOnlyList<double[]> columns,
        [CallerArgumentExpression(nameof(columns))] string name = "")
    {
        foreach ((int j, double[] column) in columns.Index())
        {
            for (int i = 0; i < column.Length; i++)
            {
                if (!double.IsFinite(column[i]))
                    throw new ArgumentException(Sentence($"Row {i} of column {j}", column[i]), name);
            }
        }
    }

    /// <summary>All of a tensor; whole numbers always are.</summary>
    public static Tensor Checked(Tensor values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        using DisposeScope scope = torch.NewDisposeScope();
        if (values.is_floating_point() && !values.detach().isfinite().all().ToBoolean())
            throw new ArgumentException($"{name} holds NaN or an infinite number, and every number must be finite.", name);
        return values;
    }

    /// <summary>A share or a probability, 0 to 1.</summary>
    public static double Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(name, value, "It must lie between 0 and 1.");

    /// <summary>Above 0.</summary>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(name, value, "It must be a finite number above 0.");

    /// <summary>0 or above.</summary>
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value
            : throw new ArgumentOutOfRangeException(name, value, "It must be a finite number, 0 or above.");

    private static string Sentence(string place, double value) =>
        FormattableString.Invariant($"{place} is {value}, and must be a finite number.");
}
