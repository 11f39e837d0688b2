using System.Globalization;
using MlMaths.Torch.Cli;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>A number of something in a whole, as it is typed: <c>120/2400</c>.</summary>
/// <param name="Part">Conversions, or events.</param>
/// <param name="Whole">Visitors, or periods.</param>
internal sealed record GivenCounts(long Part, long Whole)
{
    private const long MaxVisitors = 1_000_000_000, MaxEvents = 1_000_000;

    /// <summary>An option of conversions among visitors.</summary>
    public static ProjectOption<GivenCounts?> Conversions(string name, string example) => new(
        name, "CONVERSIONS/VISITORS", "Conversions of visitors; both sides are given, or neither.", null, $"{example}, made up",
        "conversions/visitors", example, (string given, out GivenCounts? counts) => Read(name, example, given, isShare: true, out counts));

    /// <summary>An option of events in periods.</summary>
    public static ProjectOption<GivenCounts?> Events(string name, string example) => new(
        name, "EVENTS/PERIODS", "Events in so many periods; both sides are given, or neither.", null, $"{example}, made up",
        "events/periods", example, (string given, out GivenCounts? counts) => Read(name, example, given, isShare: false, out counts));

    private static bool Read(string name, string example, string given, bool isShare, out GivenCounts? counts)
    {
        (string parts, string wholes, long most) = isShare ? ("conversions", "visitors", MaxVisitors) : ("events", "periods", MaxEvents);
        if (given.Split('/') is not [string first, string second] || Number(first) is not long part || Number(second) is not long whole)
            throw Mistake($"is not a pair of whole numbers {parts}/{wholes}");
        if (part < 0 || whole < 0) throw Mistake($"holds a negative number, and neither {parts} nor {wholes} can be");
        if (whole == 0) throw Mistake($"has no {wholes}, and without them there is no rate");
        if (part > most || whole > most) throw Mistake($"holds a number above {most:#,0}, the most that is taken");
        if (isShare && part > whole)
            throw Mistake($"has more {parts} than {wholes}; count each visitor once, or give the numbers as events");
        counts = new GivenCounts(part, whole);
        return true;

        UserMistakeException Mistake(string why) =>
            new(string.Create(CultureInfo.InvariantCulture,
                $"{name} is {Quoted.Value(given)}, which {why}: write for instance {name} {example}."));
    }

    // Read as decimals, so that 1e30 and −3 are told for what they are and not as “no number”.
    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number
        : text.Length is > 18 and < 400 && text.All(char.IsAsciiDigit) ? long.MaxValue
        : null;
}
