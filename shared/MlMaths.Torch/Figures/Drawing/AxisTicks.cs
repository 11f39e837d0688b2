using System.Globalization;
using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Where an axis is marked, and with which words: multiples of 1, 2 or 5 times a power of ten; on a logarithmic axis the
/// powers of ten themselves, with unlabelled marks at 2 … 9 between them.
/// </summary>
internal static class AxisTicks
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static readonly int[] Steps = [1, 2, 5];

    public static Tick[] For(Scale scale, int most)
    {
        if (scale.Marks is { } marks) return [.. marks.Select(mark => new Tick(scale.Place(mark.At), mark.Words, isMajor: true))];
        if (!scale.Logarithmic) return Labelled(scale, Multiples(scale, most));

        int first = (int)Math.Ceiling(Math.Log10(scale.Low)), last = (int)Math.Floor(Math.Log10(scale.High));
        if (last - first >= 2) return [.. Decades(scale, first, last, most), .. Between(scale, first, last)];

        double[] few = [.. Enumerable.Range(first - 1, last - first + 2)
            .SelectMany(power => Steps.Select(digit => digit * Math.Pow(10, power)))
            .Where(value => value >= scale.Low && value <= scale.High)];
        return few.Length >= 3
            ? [.. Labelled(scale, few), .. Between(scale, first, last)]
            : Labelled(scale, Multiples(scale, most));
    }

    /// <summary>On narrow paper a mark keeps its word only where that stands clear of the word before it.</summary>
    public static Tick[] Apart(Tick[] across, Scale x, float width)
    {
        if (!Paper.IsNarrow) return across;
        double low = Math.Min(x.Place(x.Low), x.Place(x.High)), whole = Math.Abs(x.Place(x.High) - x.Place(x.Low));
        float end = float.NegativeInfinity;
        return [.. across.OrderBy(tick => tick.Position).Select(tick =>
        {
            if (tick.Label.Length == 0) return tick;
            float middle = (float)((tick.Position - low) / whole) * width, half = FigureFont.Width(tick.Label, Sheet.TextSize) / 2;
            if (middle - half < end + 6) return new Tick(tick.Position, "", tick.IsMajor);
            end = middle + half;
            return tick;
        })];
    }

    /// <summary>Room right of the area in which the last mark's word ends: a mark at the very end has half of its word there.</summary>
    public static float RoomForLast(IEnumerable<Tick> across, Scale x, float beside)
    {
        // With W = beside − right, a word of width w around the mark at the part p of W ends at pW + w/2 ≤ beside − 2.
        double low = x.Place(x.Low), whole = x.Place(x.High) - low;
        return across.Where(tick => tick.Label.Length > 0)
            .Select(tick => (Part: (float)((tick.Position - low) / whole), Half: FigureFont.Width(tick.Label, Sheet.TextSize) / 2))
            .Where(tick => tick.Part > 0)
            .Select(tick => beside - (beside - 2 - tick.Half) / tick.Part)
            .DefaultIfEmpty(0).Max();
    }

    /// <summary>A number as short as it can be said, with a real minus sign.</summary>
    public static string Words(double value)
    {
        if (value == 0) return "0";
        double size = Math.Abs(value);
        if (size is >= 1e-3 and < 1e6)
            return NumberText.Formatted(Math.Round(value, 10), "#,0.######");
        int power = (int)Math.Floor(Math.Log10(size) + 1e-9);
        double digits = Math.Round(value / Math.Pow(10, power), 3);
        return digits == 1 ? PowerOfTen(power) : $"{NumberText.Formatted(digits, "0.###")}×{PowerOfTen(power)}";
    }

    public static string PowerOfTen(int power) =>
        "10" + string.Concat(power.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : Superscripts[c - '0']));

    private static IEnumerable<Tick> Decades(Scale scale, int first, int last, int most)
    {
        int stride = (last - first) / Math.Max(most, 1) + 1;
        bool plain = first >= -3 && last <= 4;
        for (int power = first; power <= last; power++)
        {
            if (power % stride != 0) continue;
            double value = Math.Pow(10, power);
            yield return new Tick(scale.Place(value), plain ? Words(value) : PowerOfTen(power), isMajor: true);
        }
    }

    private static IEnumerable<Tick> Between(Scale scale, int first, int last)
    {
        if (last - first > 5) return [];
        return Enumerable.Range(first - 1, last - first + 2)
            .SelectMany(power => Enumerable.Range(2, 8).Select(digit => digit * Math.Pow(10, power)))
            .Where(value => value >= scale.Low && value <= scale.High)
            .Select(value => new Tick(scale.Place(value), "", isMajor: false));
    }

    private static Tick[] Labelled(Scale scale, IEnumerable<double> values) =>
        [.. values.Select(value => new Tick(scale.Place(value), Words(scale.Mirrored ? Math.Abs(value) : value), isMajor: true))];

    private static IEnumerable<double> Multiples(Scale scale, int most)
    {
        double low = Math.Max(scale.Low, scale.MarkedFrom), high = scale.High;
        double step = Math.Max(Step((high - low) / Math.Max(most, 1)), scale.SmallestStep);
        for (double k = Math.Ceiling(low / step - 1e-9); k * step <= high * (1 + Math.Sign(high) * 1e-9); k++)
            yield return Math.Round(k * step, 12);
    }

    private static double Step(double atLeast)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        return power * (atLeast / power) switch { <= 1.0001 => 1, <= 2.0001 => 2, <= 5.0001 => 5, _ => 10 };
    }
}
