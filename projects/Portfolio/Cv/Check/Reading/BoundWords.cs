using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>The words before a number that say how exactly it is meant.</summary>
internal static class BoundWords
{
    private const string Above = @"(?:over|above|more than|greater than|beyond|north of|exceed(?:s|ing)?|upwards of)",
        Below = @"(?:under|below|less than|fewer than|smaller than|short of)", Little = @"(?:an? (?:little|bit|touch|shade|hair)"
            + @"|just|slightly|barely|marginally)";

    // The longest first: just over is not over.
    private static readonly (WrittenBound Bound, Regex Words)[] All =
    [
        (WrittenBound.JustOver, Of($"{Little} {Above}")),
        (WrittenBound.JustUnder, Of($@"{Little} {Below}|nearly|almost|close to|not quite|virtually|approaching|nigh on")),
        (WrittenBound.AtLeast, Of($@"at least|(?:no|not) (?:less|fewer|lower|smaller) than|"
            + $@"(?:never|not) {Below}|(?:well|far|always|consistently) {Above}|minimum of|≥|>=")),
        (WrittenBound.AtMost, Of($@"at most|(?:no|not) (?:more|greater|higher) than|(?:never|not) {Above}|(?:well|far|always) {Below}"
            + @"|(?<!\b(?:blew|blown|went|goes|go|rose|shot|climbed|brought|pushed|grew)\s+|\bfrom\s+\S+\s+(?:%\s+)?)up to"
            + "|(?:to )?within|to better than|closer (?:to it )?than|maximum of|≤|<=")),
        (WrittenBound.Over, Of($"{Above}|(?<![-=–])>")),
        (WrittenBound.Under, Of($"{Below}|<")),
        (WrittenBound.About, Of(@"about|around|roughly|approximately|approx\.?|circa|ca\.?|some|in the region of|~|≈")),
    ];

    /// <summary>What the words in front of a number make of it.</summary>
    public static WrittenBound Before(string text) =>
        All.Where(one => one.Words.IsMatch(text)).Select(one => one.Bound).FirstOrDefault();

    private static Regex Of(string words) => new($@"(?<!\w)(?i:{words})\s*(?:an?\s+)?$", RegexOptions.CultureInvariant);
}
