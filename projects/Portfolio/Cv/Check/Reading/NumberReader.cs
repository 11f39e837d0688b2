using System.Globalization;
using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Methods;

namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>Finds the numbers of a sentence: those that claim something, and those that are years, dates, versions and the like.</summary>
internal static partial class NumberReader
{
    /// <summary>Of a round number so many digits are meant at least: 1,000,000 is not 500,001.</summary>
    private const int LeastDigits = 2;

    private static readonly (string Kind, Regex Shape)[] NoClaims =
    [
        ("an address", Address()), ("a run", RunName()), ("a date", Date()), ("a phone number", Phone()), ("a version", Version()),
        ("a number of a list", ListNumber()), ("a percentile", SaidPercentiles.InFigures()),
        ("a level of confidence", Level()), ("the level of guessing", Guessing()),
        ("a year", Year()), ("a reference", Reference()), ("the values of a feature", Feature()), ("a ratio", Ratio()),
        ("how many come first", FirstOnes()), ("a margin", Margin()),
        ("part of a name", Name()),
    ];

    /// <param name="passage">With digits for number words.</param>
    /// <param name="worded">Where numbers stand that were words.</param>
    public static (IReadOnlyList<WrittenNumber> Claims, IReadOnlyList<PassedNumber> Passed) In(
        CvPassage passage, IReadOnlySet<int> worded)
    {
        List<(int From, int To)> taken = [];
        List<PassedNumber> passed = [];
        foreach ((string kind, Regex shape) in NoClaims)
        {
            foreach (Match match in shape.Matches(passage.Text))
            {
                if (!match.Value.Any(char.IsAsciiDigit) || taken.Any(one => match.Index < one.To && match.Index + match.Length > one.From))
                    continue;
                taken.Add((match.Index, match.Index + match.Length));
                passed.Add(new(passage.Line, match.Value.Trim(), kind));
            }
        }

        Match[] free =
        [
            .. Number().Matches(passage.Text)
                .Where(match => !taken.Any(one => match.Index < one.To && match.Index + match.Length > one.From)),
        ];
        List<WrittenNumber> claims = [];
        for (int i = 0; i < free.Length; i++)
        {
            Match? next = i + 1 < free.Length ? free[i + 1] : null;
            WrittenNumber? both = next is null ? null : OfBoth(passage.Text, free[i], next);
            WrittenNumber one = both ?? WrittenShares.OfAll(passage.Text, Of(passage.Text, free[i], null));
            claims.Add(one with { IsWorded = both is null && worded.Contains(free[i].Groups["digits"].Index) });
            if (both is not null) i++;
        }

        return (WrittenPerRows.With(passage.Text, claims), passed);
    }

    private static WrittenNumber? OfBoth(string text, Match one, Match next) =>
        IsRange(text, one, next) ? Of(text, one, next)
        : HalfSign().IsMatch(text[(one.Index + one.Length)..next.Index]) ? WithHalf(text, one, next)
        : WrittenShares.Of(text, Of(text, one, null), Of(text, next, null));

    private static bool IsRange(string text, Match low, Match high)
    {
        string between = text[(low.Index + low.Length)..high.Index], before = text[..low.Index];
        // From 426 to 112 is a change: an interval has its lower end first.
        return Parsed(low.Groups["digits"].Value) <= Parsed(high.Groups["digits"].Value)
            && ((ToSign().IsMatch(between) && RangeSign().IsMatch(before))
                || (DashSign().IsMatch(between) && before.EndsWith('(') && Closed().IsMatch(text[(high.Index + high.Length)..])));
    }

    private static WrittenNumber Of(string text, Match match, Match? high)
    {
        string digits = match.Groups["digits"].Value, before = text[..match.Index];
        double scale = WrittenUnit.Scale(match);
        int end = (high ?? match).Index + (high ?? match).Length;
        return new(text[match.Index..end].Trim(), match.Index, Parsed(digits) * scale, Step(digits) * scale,
            WrittenUnit.Of(high ?? match) is { Length: > 0 } unit ? unit : FactorOf().IsMatch(before) ? WrittenUnit.Times : "",
            OnAverage().IsMatch(text[end..]) ? WrittenBound.None : BoundWords.Before(before))
        {
            High = high is null ? null : Parsed(high.Groups["digits"].Value) * scale,
            Period = WrittenUnit.Period(high ?? match),
            IsPoints = WrittenUnit.IsPoints(high ?? match),
        };
    }

    // 0.96 ± 0.02: a number and half of its interval.
    private static WrittenNumber WithHalf(string text, Match match, Match half) => Of(text, match, null) with
    {
        Text = text[match.Index..(half.Index + half.Length)].Trim(),
        Unit = WrittenUnit.Of(half),
        Half = Parsed(half.Groups["digits"].Value) + (Step(half.Groups["digits"].Value) / 2),
    };

    private static double Parsed(string digits) => double.Parse(
        digits.Replace(",", "", StringComparison.Ordinal).Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture);

    // 0.96 is said to a hundredth, 1.8e-15 to a tenth of e-15, 17,000 to a thousand.
    private static double Step(string digits)
    {
        string[] parts = digits.Replace(",", "", StringComparison.Ordinal).Split('e', 'E');
        int point = parts[0].IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        int power = parts.Length > 1 ? int.Parse(parts[1].Replace('−', '-'), CultureInfo.InvariantCulture) : 0;
        int zeros = point < 0 && parts[0].Length > 3
            ? Math.Min(parts[0].Length - parts[0].TrimEnd('0').Length, parts[0].Length - LeastDigits)
            : 0;
        return Math.Pow(10, power - decimals + zeros);
    }

    [GeneratedRegex(WrittenUnit.Currency + @"(?<![\w.]|\d,)(?<digits>[-−+]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)"
        + @"(?:[eE][-−+]?\d+)?)"
        + WrittenUnit.Behind)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:to|bis|–|-|and|,)\s*$")]
    private static partial Regex ToSign();

    [GeneratedRegex(@"^\s*(?:to|–|-)\s*$")]
    private static partial Regex DashSign();

    [GeneratedRegex(@"^\s*(?:±|\+/[-−]|\+[-−])\s*$")]
    private static partial Regex HalfSign();

    [GeneratedRegex(@"(?i:interval|\bCI|between|range[sd]?)(?: of| from|:|,|\s|\(|\[)*$|\[$|\d\s*%[\s:,([]*$")]
    private static partial Regex RangeSign();

    [GeneratedRegex(@"\S*(?://|@|www\.)\S*|\b\w+\.(?:com|org|io|dev|md|cs|json|csv)\b\S*")]
    private static partial Regex Address();

    [GeneratedRegex(@"\b\d{8}-\d{6}-[\w-]+|\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{7,40}\b")]
    private static partial Regex RunName();

    [GeneratedRegex(@"\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}/\d{4}\b"
        + @"|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\b(?:\s+\d{4})?"
        + @"|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,4}\b(?:,\s*\d{4})?")]
    private static partial Regex Date();

    [GeneratedRegex(@"\+\d[\d ()/-]{6,}\d|\(0\d+\)[\d -]{4,}\d|(?<![\w.,])0\d{2,4}[ /-]\d[\d -]{3,}\d")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\bv\d+(?:\.\d+)*\b|\b\d+\.\d+\.\d+[\w.-]*"
        + @"|C#\s*v?\d{1,2}(?:\.\d+)*(?!\d|,\d|\s*(?:µs|ms|s\b|times))"
        + @"|(?:\.NET(?: Core)?|Python|TorchSharp|PyTorch|libtorch|Java|CUDA|[Vv]ersion|Windows|Ubuntu"
        + @"|C\+\+|ISO|RFC|HTML|CSS|Node|SQL Server)"
        + @"\s*v?\d+(?:\.\d+)*")]
    private static partial Regex Version();

    [GeneratedRegex(@"^\s*(?:[-*+•#]+\s+)?\d{1,2}(?:\.\d+)*[.)]\s|^\s*#+\s+\d+(?:\.\d+)*\s")]
    private static partial Regex ListNumber();

    [GeneratedRegex(@"\b\d{2}(?:\.\d+)?\s*%\s*(?:confidence |credible |bootstrap |prediction |t |Wilson |Wald )*(?:intervals?|CIs?)\b"
        + @"|\b9\d(?:\.\d+)?\s*%(?=[\s:,([]*[-−]?\d*\.\d+\s*(?:to|bis|–|-|,|and)\s*[-−]?\d*\.\d+)")]
    private static partial Regex Level();

    [GeneratedRegex(@"\b(?i:chance|guessing|random|coin (?:flip|toss))\s*(?:\(\s*|of |at |= ?)(?:0?\.50?|50\s*%)\)?(?!\w|\.\d)")]
    private static partial Regex Guessing();

    [GeneratedRegex(@"(?<![\w.,])(?:19|20)\d\d(?:\s*(?:–|-|to|/)\s*(?:(?:19|20)?\d\d|now|today|present))?"
        + @"(?!\s*%|[\w,]\d|\.\d|\s*(?:rows|units|parameters|steps|epochs|images|samples|patients))(?!\w)")]
    private static partial Regex Year();

    // A week of an alarm was measured.
    [GeneratedRegex(@"(?i:\b(?:(?<!\balarm\w*\b[^.;\d]*)weeks?"
        + @"|projects?|issues?|chapters?|pages?|sections?|figures?|tables?|exercises?|lessons?|levels?|grades?"
        + @"|gpa|no\.|phase|part|room|street|stage)\s+#?\d+(?:\.\d+)*)|#\d+|\bper \d[\d,]*\b"
        + @"|\b\d{1,3}\s+[A-Z][a-z]+\s+(?:Street|Road|Lane|Avenue)\b")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<![\w.,])0/1(?![\w.,/])")]
    private static partial Regex Feature();

    // Within 92 EUR on average is an average, and no bound.
    [GeneratedRegex(@"^\s+(?i:on average)\b")]
    private static partial Regex OnAverage();

    [GeneratedRegex(@"^\s*[),;%]")]
    private static partial Regex Closed();

    [GeneratedRegex(@"(?<![\w.,])\d{1,3}(?:/|:)\d{1,3}(?:(?:/|:)\d{1,3})?(?![\w.])|\b24/7\b|(?<![\w.,])\d+ to 1\b")]
    private static partial Regex Ratio();

    [GeneratedRegex(@"(?<![\w.,£$€¥])\d+[A-Za-z]\w*(?<!\d[kKM])(?<!\d[mnµ]?s)(?<!\dx)(?<!\de)(?<!\de\d+)\b"
        + @"|(?<![\w.])[A-Za-z]+-\d+\b(?!\.)")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?i:factor of\s*)$")]
    private static partial Regex FactorOf();

    [GeneratedRegex(@"\b(?i:first|top|leading)\s+\d{1,3}\b(?!\s*(?:%|per ?cent))")]
    private static partial Regex FirstOnes();

    [GeneratedRegex(@"\b(?i:within (?:a )?factor of)\s+\d+(?:\.\d+)?")]
    private static partial Regex Margin();
}
