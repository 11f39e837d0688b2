using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Review;

/// <summary>
/// A verdict follows from its interval: what is quoted with an interval that holds 0 is said to be open and not won, and what lies
/// wholly on one side is not said to be open. And a page never says both of a pair that exclude each other.
/// </summary>
internal static partial class VerdictRule
{
    public const string Name = "verdict";

    private static readonly (string What, string One, string Other)[] Excluding =
    [
        ("the model", @"\b[Nn]o model is needed", @"^Flag every row whose probability|\bUse the model, and watch it"),
        ("the model", @"[Ll]eave the model out", @"\bon trial\b|\bUse the model, and watch it"),
        ("the model", @"model is not worth using (at these|anywhere)",
            @"^Flag every row|[Ff]lag every row whose|\bUse the model, and watch it"),
        ("the lowest cost", @"[Nn]obody can do better|no model can cost less", @"is luck"),
        ("the estimate", @"do not trust the estimate", @"moving the threshold with the estimate saves [\d,.]+ units \([^)]*\)\.?$"),
        ("the labels", @"\bis simulated|are drawn from the same", @"labels, which came later|labels later gave|labels that came later"),
        ("the columns", @"The target is in the columns", @"the columns help|the columns explain"),
        ("the net", @"[Cc]ured:", @"does not help|no cure"),
        ("the penalty", @"falls first and then rises", @"falls all the way|lies at the end"),
        ("ranking", @"\b[Nn]o gain\b.*\bis shown", @"\bis shown to be better"),
    ];

    public static IEnumerable<Finding> In(ReviewedRun run)
    {
        foreach (ReviewedPage page in run.Pages)
        {
            foreach (Passage passage in page.Prose)
            {
                foreach (Finding finding in Sentences().Split(passage.Text).SelectMany(sentence => In(page, passage, sentence)))
                    yield return finding;
            }

            foreach ((string what, string one, string other) in Excluding)
            {
                Passage? first = page.Body.FirstOrDefault(passage => Regex.IsMatch(passage.Text, one)),
                    second = page.Body.FirstOrDefault(passage => Regex.IsMatch(passage.Text, other));
                if (first is not null && second is not null)
                    yield return new(Name, page.Name, second, $"of {what}, the page also says “{first.Text}”");
            }
        }
    }

    private static IEnumerable<Finding> In(ReviewedPage page, Passage passage, string sentence)
    {
        if (Gain().Match(sentence) is not { Success: true } gain) yield break;
        if (WrittenNumber.In(gain.Groups["low"].Value) is not [var low] || WrittenNumber.In(gain.Groups["high"].Value) is not [var high])
            yield break;
        bool isOpen = low.Value <= 0 && high.Value >= 0, saysOpen = Open().IsMatch(passage.Text);
        if (isOpen && !saysOpen)
            yield return new(Name, page.Name, passage, $"{gain.Value} holds 0 and is told as won");
        else if (!isOpen && low.Value * high.Value > 0 && Open().IsMatch(sentence) && Gain().Count(sentence) == 1)
            yield return new(Name, page.Name, passage, $"{gain.Value} does not hold 0 and is told as open");
    }

    [GeneratedRegex(@"(?<=[.!?:]) (?=[A-Z“*])")]
    private static partial Regex Sentences();

    [GeneratedRegex(
        @"\b(saves|saved|save|gains|gain of|gain is|gain over [\w ]+? is|lowered [\w ]+? by|better by|ahead by|costs?|optimism is)"
        + @" [−\d][\d,.]*(?: [\p{L}, ]+?(?:10,000 rows)?)? \((?:95 % interval |95 % )?(?<low>−[\d,.]*\d|0|0\.0+) "
        + @"to (?<high>[−]?[\d,.]*\d)[^)]*\)")]
    private static partial Regex Gain();

    [GeneratedRegex(
        @"do(es)? not show|includes? (0|zero)|cannot (be told|tell)|too small to tell|practically equal|[Nn]ot enough to say|"
        + @"no more than chance|"
        + @"[Nn]either .* is shown|no evidence|unknown|whether .* is open|not (shown|known)|contains (0|zero)|holds (0|zero)|by chance")]
    private static partial Regex Open();
}
