using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Review;

/// <summary>
/// A sentence quotes a number as it stands elsewhere. What stands in results.json, in a table, in a figure, in a formula or among the
/// <see cref="NamedConstants"/>, or follows from two numbers of its own sentence (a sum, a difference, a share, a factor), is known.
/// One that is not known, and either stands behind a measurement's name or comes near a measurement without being its rounding, is
/// another number under that name. That none is typed by hand is asked of the source, by <c>TypedNumberTests</c>.
/// </summary>
internal static class NumberRule
{
    public const string Name = "number";

    // Within so many units of its last digit of a measurement, a number that is not its rounding was cut off.
    private const double Near = 1;
    private const int MinDigits = 3;

    public static IEnumerable<Finding> In(ReviewedRun run)
    {
        double[] measured = [.. run.Measurements.SelectMany(one => new[] { one.Value, one.Low, one.High }).OfType<double>()];
        Regex[] names = [.. run.Measurements.Where(one => one.Label.Length > 0)
            .Select(one => Behind(one.Label)).DistinctBy(name => $"{name}")];
        foreach (ReviewedPage page in run.Pages)
        {
            double[] shown = [.. run.Report.Passages.Concat(page.Passages)
                .Where(passage => passage.Kind is PassageKind.Cell or PassageKind.Code or PassageKind.Alternative)
                .Select(passage => passage.Text).Concat(run.Drawn.Values)
                .SelectMany(WrittenNumber.In).Select(number => number.Value)];
            var known = new KnownNumbers([.. measured, .. shown, .. run.Known]);
            foreach (Passage passage in page.Prose)
            {
                foreach (WrittenNumber number in Unknown(passage.Text, known))
                {
                    if (names.Any(name => name.IsMatch(passage.Text[..number.Index])) && !IsFactor(passage.Text, number))
                        yield return new(Name, page.Name, passage, $"{number.Text} is no value of what it stands behind");
                    else if (NearMiss(passage.Text, number, run.Measurements) is { } missed)
                        yield return new(Name, page.Name, passage, $"{number.Text} is nearly {missed.Value}, the value of {missed.Id}");
                }
            }
        }
    }

    /// <summary>Numbers of the pages that stand nowhere else, with their passages: said once, and only in a sentence.</summary>
    public static IEnumerable<WrittenNumber> Unknown(string text, KnownNumbers known)
    {
        IReadOnlyList<WrittenNumber> all = WrittenNumber.In(text);
        WrittenNumber[] unknown = [.. all.Where(number => !NamedConstants.Has(text, number) && !known.Has(number))];
        double[] others = [.. all.Except(unknown).Select(number => number.Value)];
        return unknown.Where(number => !Follows(number, others));
    }

    private static ReviewedMeasurement? NearMiss(
        string text, WrittenNumber number, IReadOnlyList<ReviewedMeasurement> measurements) =>
        // A median over epochs is near the value of the last one, and is said to be a median.
        text.Contains("In the median of", StringComparison.Ordinal)
        || number.Text.TrimStart('−', '0', '.', ',').Count(char.IsAsciiDigit) < MinDigits
        || (number.Value == Math.Truncate(number.Value) || number.Unit > 0.1 * Math.Abs(number.Value))
            ? null
            // A time comes near any number now and then.
            : measurements.FirstOrDefault(one => !one.IsTimed && one.Value is { } value && value != 0
                && Math.Abs(number.Value - value) <= Near * number.Unit && Words(one.Label).Any(
                    word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Words(string label) =>
        label.Split([' ', ',', ':'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= MinDigits + 1);

    private static bool IsFactor(string text, WrittenNumber number) => text[number.End..].StartsWith(" times", StringComparison.Ordinal);

    private static Regex Behind(string label) =>
        new($@"\b{Regex.Escape(label)}( of| is|:|,) (about )?$", RegexOptions.IgnoreCase);

    private static bool Follows(WrittenNumber number, double[] others) =>
        others.Any(one => others.Any(other =>
            number.Is(one - other) || number.Is(one + other)
            || other != 0 && (number.Is(one / other) || number.Is(100 * one / other) || number.Is(one * other))));
}
