using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check.Methods;

/// <summary>What the suite measures side by side: two fits, three classifiers, two ways to serve, kinds of leaks.</summary>
internal static class MethodGroups
{
    private static readonly MethodGroup Classifiers = new(
    [
        Model("logistic", "logistic(?: regression| model)?"), Model("perceptron", @"perceptron|MLP|neural nets?(?:works?)?"),
        Model("one-column", @"one[- ]column(?: model)?|(?:single )?best (?:single )?column|single column") with { IsAlone = true },
    ]);

    public static IReadOnlyList<MethodGroup> All { get; } =
    [
        new(
        [
            Of(@"(?:ordinary )?least[- ]squares|OLS|squared (?:fit|loss)", @"^regression\.(?:wild\.)?(?:rmse|mae|r2)$"),
            Of(@"(?:least[- ])?absolute (?:fit|deviations?|values?|loss|regression)|least absolute errors|LAD|L1(?: fit| regression| loss)?"
                + @"|median regression|robust (?:fit|regression)", @"^regression\.(?:wild\.)?absolute\.(?:rmse|mae|r2)$"),
            Of(@"(?:training |target's )?mean(?! (?:absolute|squared|silhouette|errors?|prediction))|baseline", @"^regression\.baseline\."),
        ]),
        Classifiers,
        new(
        [
            Of(@"TorchSharp(?:'s)?(?: module)?|(?:the )?module", @"^latency\.module\."),
            Of(@"plain C#|hand-?written C#|C#(?! module)", @"^latency\.batch"),
        ]),
        new(
        [
            Of("autograd", @"^gradient\.autograd\."), Of("tensors?(?: operations?)?", @"^gradient\.tensor\."),
            Of("SIMD", @"^gradient\.simd\."),
        ]),
        new(
        [
            Of("Elkan(?:'s)?(?: threshold)?", @"^(?:threshold|cost)\.elkan$"),
            Of(@"search(?:ed)?(?: threshold| one)?|by (?:search|trial)|empirical(?: threshold)?", @"^(?:threshold|cost)\.empirical$"),
        ], IsNearest: true),
        new([Of("weekly|every week|each week", @"^chance\.weekly$"), Of("daily|every day|each day", @"^chance\.daily$")]),
        new([Of("Wald(?:'s)?|textbook", @"^coverage\.wald"), Of("Wilson(?:'s)?", @"^coverage\.wilson"),
            Of("Newcombe(?:'s)?", @"^coverage\.newcombe")]),
        new(
        [
            Of(@"target[- ](?:en)?coding", @"^leakage\.target_coding\."), Of("(?:target )?in disguise|disguised", @"^leakage\.disguise\."),
            Of(@"jittered(?: copies)?|near[- ](?:copies|duplicates)", @"^leakage\.near_copies\."),
            Of("copies|duplicates?|duplicated", @"^leakage\.copies\."),
            Of(@"(?:columns?|features?) (?:chosen|selected|selection)"
                + @"|(?:choosing|selecting|chosen|selected) (?:the )?(?:columns?|features?)",
                @"^leakage\.selection\."),
            Of(@"(?:the )?scaler|scaling", @"^leakage\.(?:scaler|tails)\."), Of("(?:the )?future", @"^leakage\.time\."),
            Of("(?:same )?patients?(?: in two folds)?|groups", @"^leakage\.group\."),
        ]),
        new(
        [
            Of(@"not (?:known|clear|certain|significant)|open|unknown|unclear|uncertain"
                + @"|(?:hold|include|contain|cover)s?(?:ing)? (?:0|zero)",
                @"^signs\.open$|sign_open$"),
            Of(@"known|clear(?:ly)?|certain|significant(?:ly)?|settled|(?:exclud|avoid)\w+ (?:0|zero)"
                + "|without (?:0|zero)|clear of (?:0|zero)|away from (?:0|zero)", @"^signs\.known$|weights\.known$"),
        ], IsNearest: true),
        new(
        [
            Of("raw(?: columns)?|unscaled|un-?standardi[sz]ed|not (?:scaled|standardi[sz]ed)|without (?:scaling|standardi[sz]ing)",
                @"^pca\.raw\."),
            Of("after (?:scaling|standardi[sz]ing)|scaled|standardi[sz]ed", @"^pca\.ratio\."),
        ], IsNearest: true),
        new(
        [
            Of(@"PC ?1|first(?! (?:\d|look))(?: principal)?(?: component| axis| direction| PC)?", @"^pca\.(?:raw\.)?ratio\.pc1$"),
            Of(@"PC ?2|second(?: principal)?(?: component| axis| direction| PC)?", @"^pca\.ratio\.pc2$"),
        ], IsNearest: true),
    ];

    /// <summary>Whether a sentence names a model, by one of the words that people have for it.</summary>
    public static bool Names(string sentence, string model) =>
        Classifiers.Methods.FirstOrDefault(one => one.Model!.Replace('-', ' ') == model.Replace('-', ' '))?.Words.IsMatch(sentence)
        ?? sentence.Replace('-', ' ').Contains(model.Replace('-', ' '), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a word and a sentence name one way: a small net is a perceptron.</summary>
    public static bool AreSame(string sentence, string word) =>
        All.SelectMany(one => one.Methods).Any(one => one.Words.Match(word).Length == word.Length && one.Words.IsMatch(sentence));

    /// <summary>Whether a text has a name for the way that a number is of.</summary>
    public static bool Calls(string text, KnownNumber one) =>
        All.SelectMany(group => group.Methods).Any(method => method.Owns(one) && method.Words.IsMatch(text));

    private static Method Model(string name, string words) => Of(words, "(?!)") with { Model = name };

    private static Method Of(string words, string ids) =>
        new(new($@"(?<!\w)(?i:{words})(?!\w)", RegexOptions.CultureInvariant), new(ids, RegexOptions.CultureInvariant));
}
