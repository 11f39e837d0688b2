namespace MlMaths.Torch.Fuzz.Kinds;

/// <summary>Words that readers trip over.</summary>
internal static class InterestingText
{
    private static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "0.5", "1e3", "1e308", "-1.8e308", "1e309", "1e-320", "5e-324", "1e160", "1e200",
        "NaN", "nan", "inf", "-Infinity", "∞",
        "2147483647", "2147483648", "-2147483649", "9223372036854775808", "0x1F", "1,5", "1.5.5", "1_000", "+7",
        ".5", "5.", "1e", "--1", "١٢", "½", "−1",
        "1E+0000000000000000000000000000000000001", "0.00000000000000000000000000000000000000000000000000000000001",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "\t", "yes", "no", "true", "null", "NA", "?", "=1+1", "x;=1+1", "@SUM(A1)", "'", "''", "\"", "\"\"",
        "\"a\"b", "\\", "%s", "{0}", "[red]", "[/]", "<b>",
        "\u202Eabc", "\u0000", "\u001b[31m", "é", "e\u0301", "😀", "\ud800", "\uFEFF", "\u2028", "a,b", "a;b", "a\nb",
        "a\rb", "sep=;", "#", "--seed", "--", "-", "../../x", "con",
        "aVeryLongNameThatHasNoSpacesAndGoesOnForMoreThanSixtyLettersUntilItIsCutSomewhere", "System.IO",
        "at line 5", "it's", ": ", ".", "^",
    ];

    public static string Number(Random chance) => Numbers[chance.Next(Numbers.Length)];

    public static string Any(Random chance) => chance.Next(12) switch
    {
        0 => new string((char)('a' + chance.Next(26)), 1 << chance.Next(14)),
        < 6 => Number(chance),
        _ => Texts[chance.Next(Texts.Length)],
    };

    public static T One<T>(this Random chance, IReadOnlyList<T> list) => list[chance.Next(list.Count)];
}
