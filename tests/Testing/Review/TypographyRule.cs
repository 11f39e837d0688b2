using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Review;

/// <summary>One way to write a number, and no markup that shows.</summary>
internal static partial class TypographyRule
{
    public const string Name = "typography";

    public static IEnumerable<Finding> In(ReviewedRun run) =>
        from page in run.Pages
        from passage in page.Body
        where passage.Kind != PassageKind.Code
        from finding in In(page, passage)
        select finding;

    private static IEnumerable<Finding> In(ReviewedPage page, Passage passage)
    {
        string text = Code().Replace(passage.Text, "code");
        foreach ((Regex fault, string why) in new[]
        {
            (MinusNothing(), "minus nothing"),
            (EmptyRange(), "an interval from a number to itself"),
            (Hyphen(), "a hyphen as a minus"),
            (CapitalPower(), "a power of ten that is written otherwise elsewhere"),
            (Backslash(), "an escape that shows"),
            (Marks(), "a mark of Markdown that shows: a plain string was given where MarkdownText was meant"),
            (TightPercent(), "a percent sign without its blank"),
            (DashRange(), "a range with a dash"),
            (BareClass(), "a class without its column"),
            (LostBlank(), "two sentences without a blank between them"),
            (StrayBlank(), "a blank before a comma or a full stop"),
            (LongDecimals(), "more digits than anything measures"),
            (NotFinite(), "a number that is none"),
            (NoComma(), "thousands without a comma"),
            (OneOfMany(), "one of what is said in the plural"),
            (ShareOfCount(), "a share of a count, without how many"),
        })
        {
            if (fault.Match(text) is { Success: true } match)
                yield return new(Name, page.Name, passage, $"{why}, ‘{match.Value.Trim()}’");
        }

        if (passage.Kind is PassageKind.Prose or PassageKind.Cell && Uneven(text) is { } uneven)
            yield return new(Name, page.Name, passage, $"ends of one interval with different digits, ‘{uneven}’");
    }

    // An end that is nothing at all is 0, and powers of ten have digits of their own.
    private static string? Uneven(string text) => Ends().Matches(text)
        .FirstOrDefault(match => match.Groups["low"].Value is not ("0" or "1") && match.Groups["high"].Value is not ("0" or "1")
            && !match.Value.Contains('e', StringComparison.Ordinal)
            && Decimals(match.Groups["low"].Value) != Decimals(match.Groups["high"].Value))?.Value;

    private static int Decimals(string number) =>
        number.IndexOf('.', StringComparison.Ordinal) is >= 0 and var at ? number.Length - at - 1 : 0;

    [GeneratedRegex(@"(?<!\\)`[^`]*(?<!\\)`|https?://\S+|--[a-z-]+( -?[\w.,]+)?")]
    private static partial Regex Code();

    [GeneratedRegex(@"\p{Ll}[.;:!?]\p{Lu}\p{Ll}+ ")]
    private static partial Regex LostBlank();

    [GeneratedRegex(@"[−-]0(\.0+)?(?![\d.,])(?!\.\d)")]
    private static partial Regex MinusNothing();

    [GeneratedRegex(@"(?<![\d.,])0(?:\.0+)?(?: %)? \((?:95 %:? (?:interval )?)?0(?:\.0+)? to 0(?:\.0+)?\)")]
    private static partial Regex EmptyRange();

    [GeneratedRegex(@"(?<=^|[ (])-\d")]
    private static partial Regex Hyphen();

    [GeneratedRegex(@"\d[Ee][+]\d|\dE-?\d|e-0\d")]
    private static partial Regex CapitalPower();

    [GeneratedRegex(@"\\[-−.,()\d_]")]
    private static partial Regex Backslash();

    // Two stars, or a backtick that was escaped: data of the suite's own runs has neither.
    [GeneratedRegex(@"\*\*|\\`")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\d%")]
    private static partial Regex TightPercent();

    [GeneratedRegex(@"\d–\d")]
    private static partial Regex DashRange();

    [GeneratedRegex(@"\b(of|the|are|all) (\d[\d,]* )?[01] rows\b|\b\d[\d,]* [01] rows\b|\b\d[\d,]* are [01]\b(?! of)")]
    private static partial Regex BareClass();

    [GeneratedRegex(@"\w [,.;](?= |$)")]
    private static partial Regex StrayBlank();

    [GeneratedRegex(@"\d\.\d{9,}")]
    private static partial Regex LongDecimals();

    [GeneratedRegex(@"(?<![\p{L}\d.,_:'‘“/=-]|\b(?:seed|row|rows|in|of row) )(?<!^)(?!(?:1[89]|20)\d\d[):])"
        + @"\d{4,}(?![\d.,]*[\p{L}_’'”/])(?!-\d\d)(?=[ ,.;:)]|$)")]
    private static partial Regex NoComma();

    [GeneratedRegex(@"(?<=\((?:\d+ % (?:interval )?)?)(?<low>−?\d[\d,]*(?:\.\d+)?(?:e-?\d+)?) to "
        + @"(?<high>−?\d[\d,]*(?:\.\d+)?(?:e-?\d+)?)"
        + @"(?=(?: [^\s()]+(?: per [\d,]*\s?\w+)?)?\))")]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?<![\d.,=^−/] ?|\bthan )\b1 (?:windows|rows|units|columns|weeks|days|checks|folds|worlds|seeds|classes|models|"
        + @"mistakes|components|clusters|calls|epochs|steps|pairs|groups|places)\b|\b[Tt]he 1 \w+s\b")]
    private static partial Regex OneOfMany();

    [GeneratedRegex(@"\b0\.\d+ (?:\([^()]*\) )?of (?:the )?(?!10,000|1,000)\d[\d,]*\b(?! %|[/.]\d|/)")]
    private static partial Regex ShareOfCount();

    [GeneratedRegex(@"\bNaN\b|∞|\bInfinity\b")]
    private static partial Regex NotFinite();
}
