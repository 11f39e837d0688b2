using System.Text.RegularExpressions;
using MlMaths.Torch.Portfolio.Cv.Check.Reading;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>The words of a sentence that name something measured, and how near each stands to a number.</summary>
internal sealed partial class SentenceTopics
{
    /// <summary>With at most so many letters between, and no other number, a word and a number belong together.</summary>
    private const int Beside = 12;

    /// <summary>What is further away than this may be of something else.</summary>
    private const int Placed = 3 * Beside;

    private readonly string _sentence;

    /// <param name="sentence">With digits for number words.</param>
    /// <param name="known">Topics that may be named.</param>
    public SentenceTopics(string sentence, IEnumerable<Topic> known)
    {
        _sentence = sentence;
        (Match Words, Topic Topic)[] found =
            [.. known.SelectMany(topic => topic.Words.Matches(sentence).Select(words => (words, topic)))];
        All =
        [
            .. found.Where(one => !found.Any(other => other.Words.Length > one.Words.Length && other.Words.Index <= one.Words.Index
                && other.Words.Index + other.Words.Length >= one.Words.Index + one.Words.Length))
                .DistinctBy(one => (one.Words.Index, one.Words.Length)),
        ];
    }

    /// <summary>In the order of the table of topics; what stands within longer words is left out; of equal words the first stays.</summary>
    public IReadOnlyList<(Match Words, Topic Topic)> All { get; }

    /// <summary>What stands beside the number first, then the nearest; what means many things after what means one.</summary>
    public IEnumerable<Topic> Nearest(IReadOnlyList<WrittenNumber> claims, WrittenNumber claim) => All
        .OrderBy(one => Gap(claim, one.Words) > Beside).ThenBy(one => IsOfOther(claims, claim, one.Words))
        .ThenBy(one => one.Topic.IsVague && !IsClauses(claim, one.Words))
        .ThenBy(one => Gap(claim, one.Words)).Select(one => one.Topic);

    /// <summary>Whether a word of this topic stands so near that no other can be meant.</summary>
    public bool IsBeside(WrittenNumber claim, Topic topic) =>
        All.Any(one => one.Topic == topic && Gap(claim, one.Words) <= Beside);

    /// <summary>Whether a word of this topic stands near enough to hold the number against it, or one that it is joined to.</summary>
    public bool IsPlaced(IReadOnlyList<WrittenNumber> claims, WrittenNumber claim, Topic topic)
    {
        if (All.Any(one => one.Topic == topic && Gap(claim, one.Words) <= Placed)) return true;
        WrittenNumber? before = claims.LastOrDefault(one => one.End <= claim.At && one != claim);
        return before is not null && Joint().IsMatch(_sentence[before.End..claim.At]) && IsPlaced(claims, before, topic);
    }

    /// <summary>Precision and recall of 0.20 and 0.66: each number of a list has the name in its place; null where there is none.</summary>
    public Topic? InPlace(IReadOnlyList<WrittenNumber> claims, WrittenNumber claim)
    {
        (Match Words, Topic Topic)[] named = [.. All.Where(one => !one.Topic.IsVague).OrderBy(one => one.Words.Index)];
        for (int i = 0; i + 1 < claims.Count; i++)
        {
            if (!ListSign().IsMatch(_sentence[claims[i].End..claims[i + 1].At])) continue;
            (Match Words, Topic Topic)[] before = [.. named.Where(one => one.Words.Index + one.Words.Length <= claims[i].At).TakeLast(2)];
            if (before is not [var first, var second] || !ListSign().IsMatch(Between(first.Words, second.Words.Index))
                || !Linked().IsMatch(Between(second.Words, claims[i].At)))
            {
                continue;
            }

            if (claims[i] == claim) return first.Topic;
            if (claims[i + 1] == claim) return second.Topic;
        }

        return null;
    }

    // 11.2 % say yes, so that accuracy is no measure: the only words of the clause of the number are what it is of.
    private bool IsClauses(WrittenNumber claim, Match words) => IsInClause(claim, words)
        && !All.Any(other => !other.Topic.IsVague && IsInClause(claim, other.Words));

    private bool IsInClause(WrittenNumber claim, Match words) => words.Index >= claim.End
        ? !Parted().IsMatch(_sentence[claim.End..words.Index])
        : !Parted().IsMatch(_sentence[Math.Min(words.Index + words.Length, claim.At)..claim.At]);

    // Flagging at 0.048 finds 66 %: the first words have their number, and the number has words of its own.
    private bool IsOfOther(IReadOnlyList<WrittenNumber> claims, WrittenNumber claim, Match words)
    {
        WrittenNumber? own = claims.FirstOrDefault(one => one.At >= words.Index + words.Length && one.End <= claim.At);
        if (own is null) return false;
        int next = claims.FirstOrDefault(one => one.At >= claim.End)?.At ?? _sentence.Length;
        return All.Any(one => (one.Words.Index >= own.End && one.Words.Index + one.Words.Length <= claim.At)
            || (one.Words.Index >= claim.End && one.Words.Index < Math.Min(next, claim.End + Placed)
                && !Parted().IsMatch(_sentence[claim.End..one.Words.Index])));
    }

    // Words before the number, with no other number between, are nearer than behind it.
    private double Gap(WrittenNumber claim, Match words)
    {
        bool isBefore = words.Index + words.Length <= claim.At;
        string between = isBefore
            ? _sentence[(words.Index + words.Length)..claim.At]
            : _sentence[Math.Min(claim.End, words.Index)..words.Index];
        between = Filler().Replace(between, " ");
        int signs = between.Count(letter => letter is ',' or ';' or ':' or ')') + (between.Any(char.IsAsciiDigit) ? 3 : 0);
        return between.Length + Beside * signs + (isBefore ? 0 : 0.5);
    }

    private string Between(Match words, int to) => _sentence[Math.Min(to, words.Index + words.Length)..to];

    [GeneratedRegex(@"^[^.;\d]{0,20}?(?:\band|\bto|\bor|\bagainst|\bversus|\bvs\.?"
        + @"|\binstead of|→|->|=>|/|&|,|–|\()(?:\s+[a-z]+){0,2}\s*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    // What says how sure or how near, and nothing of what it is of.
    [GeneratedRegex(@"(?:\s(?:certainly|surely|clearly|definitely|reliably|consistently|roughly|about|around|approximately|only|just"
        + @"|finally|actually|really|easily|safely"
        + @"|turn(?:s|ed) out(?: to be)?|came out(?: at)?|comes out(?: at)?|in the end|to be))+(?=\s)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Filler();

    [GeneratedRegex("[.,;:()]")]
    private static partial Regex Parted();

    [GeneratedRegex(@"^\s*(?:and|,|/|&|, and)\s*$")]
    private static partial Regex ListSign();

    [GeneratedRegex(@"^\s*(?:of|:|=|are|were|at)?\s*$")]
    private static partial Regex Linked();
}
