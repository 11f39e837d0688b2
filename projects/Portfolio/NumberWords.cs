namespace MlMaths.Torch.Portfolio;

/// <summary>Numbers in letters, as English has them: ninety-six, three hundred and fifty, two million; thirds, hundredths.</summary>
internal static class NumberWords
{
    private const string Ones = "one|two|three|four|five|six|seven|eight|nine",
        Teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen",
        Tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

    /// <summary>A pattern of 1 to 99.</summary>
    public const string BelowHundred = $@"(?:(?:{Tens})(?:[\s-](?:{Ones}))?|{Teens}|{Ones})\b";

    /// <summary>A pattern of what stands behind "hundred": "and fifty", unless that begins another number of hundreds.</summary>
    public const string AfterHundred = $@"(?:\s+(?:and\s+)?{BelowHundred}(?!\s+hundred\b))?";

    /// <summary>A pattern of 1 to 999, and of twelve hundred.</summary>
    public const string BelowThousand = $@"(?:{BelowHundred}(?:\s+hundred\b{AfterHundred})?)";

    /// <summary>A pattern of what a whole is divided into.</summary>
    public const string Parts = "(?:half|halves|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)s?)";

    private static readonly string[] Small = ["zero", .. Ones.Split('|'), .. Teens.Split('|')], Decades = ["", "", .. Tens.Split('|')];

    private static readonly (string Stem, int Whole)[] Wholes =
    [
        ("hal", 2), ("third", 3), ("quarter", 4), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8), ("ninth", 9),
        ("tenth", 10), ("hundredth", 100), ("thousandth", 1000),
    ];

    /// <summary>What words come to that fit one of the patterns, thousands and millions among them; "a" is one.</summary>
    public static double Value(string words)
    {
        double sum = 0, group = 0;
        foreach (string word in words.ToLowerInvariant().Split([' ', '\t', '-', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "and") continue;
            double scale = WrittenScale.Of(word);
            if (word == "hundred") group *= scale;
            else if (scale > 1) (sum, group) = (sum + group * scale, 0);
            else group += word is "a" or "an" ? 1 : Math.Max(Array.IndexOf(Small, word), 10 * Array.IndexOf(Decades, word));
        }

        return sum + group;
    }

    /// <summary>Into how many parts a word of <see cref="Parts"/> divides.</summary>
    public static int Whole(string part) => Wholes.First(one => part.StartsWith(one.Stem, StringComparison.OrdinalIgnoreCase)).Whole;
}
