using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MlMaths.Torch.Tests.Conventions.Formulas;

/// <summary>MathML without what our style sheet says for all formulas at once, and without what Temml leaves over.</summary>
internal static partial class PageMath
{
    /// <summary>Classes of Temml that report.css has a rule for; names that we gave begin otherwise, and stay.</summary>
    private static readonly string[] Kept = ["tml-right", "tml-left"];

    // Fonts draw it high up; a second time it need not be raised.
    private const char Prime = '′';

    public static XElement Of(string mathMl)
    {
        XElement math = XElement.Parse(mathMl, LoadOptions.PreserveWhitespace);
        foreach (XElement element in math.DescendantsAndSelf())
        {
            element.SetAttributeValue("style", Gap(element));
            element.SetAttributeValue("fence", null);
            element.SetAttributeValue("class", Names((string?)element.Attribute("class")));
        }

        foreach (XElement group in math.Descendants("mrow").Where(IsIdle).Reverse().ToArray())
            group.ReplaceWith(group.Nodes());
        foreach (XElement primed in math.Descendants("msup").Where(IsPrimed).ToArray())
            primed.ReplaceWith(primed.Elements().First(), Primes(primed.Elements().Last().Value));
        foreach (XElement cell in math.Descendants("mtd"))
            Relate(cell.Elements().FirstOrDefault());
        return math;
    }

    private static bool IsPrimed(XElement power) => power.Elements().Last().Value.All(letter => letter == Prime);

    private static XElement Primes(string primes) => new("mo", new XAttribute("lspace", 0), new XAttribute("rspace", 0), primes);

    // At the beginning of its cell a relation counts as a sign, and stands close; signs are told as such.
    private static void Relate(XElement? first)
    {
        if (first is { Name.LocalName: "mo" } relation && (relation.Attribute("form") is null || relation.Value == "±"))
            relation.SetAttributeValue("form", "infix");
    }

    // The blank in front of a note; everything else stands close to its relation.
    private static string? Gap(XElement element) => element.Name.LocalName == "mtd"
        && LeftGap().Match((string?)element.Attribute("style") ?? "") is { Success: true } gap ? gap.Value : null;

    private static string? Names(string? names) =>
        names?.Split(' ').Where(name => Kept.Contains(name) || !Theirs().IsMatch(name)).ToArray() is [_, ..] kept
            ? string.Join(' ', kept)
            : null;

    // A group of one, or one in what is a row anyway, holds nothing together.
    private static bool IsIdle(XElement group) => !group.HasAttributes
        && (group.Elements().Count() == 1 || group.Parent!.Name.LocalName is "mrow" or "mtd" or "math");

    [GeneratedRegex(@"padding-left:[1-9]\d*(\.\d+)?em")]
    private static partial Regex LeftGap();

    [GeneratedRegex("^(tml|wbk|chr|ff)-")]
    private static partial Regex Theirs();
}
