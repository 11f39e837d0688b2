using System.Text.RegularExpressions;
using MlMaths.Torch.Tests.Review;

namespace MlMaths.Torch.Tests.Stories;

/// <summary>What a reader asks of a page, and how one sees that its story answers: <c>questions.md</c> says how both are written.</summary>
/// <param name="Words">The question.</param>
/// <param name="Answer">A pattern of the sentence, with measurements in braces.</param>
internal sealed partial record StoryQuestion(string Words, string Answer)
{
    private static readonly Lazy<Dictionary<string, List<StoryQuestion>>> All = new(Read);

    public static IEnumerable<string> Pages => All.Value.Keys;

    public static IReadOnlyList<StoryQuestion> Of(string page) => All.Value[page];

    /// <summary>Whether the answer is a measurement.</summary>
    public bool HasNumber => Id().IsMatch(Answer);

    /// <summary>The sentence that answers it, outside the folds; null where there is none.</summary>
    public string? AnswerIn(ReviewedRun run)
    {
        string[] ids = [.. Id().Matches(Answer).Select(id => id.Groups[1].Value)];
        Regex pattern = new(Id().Replace(Answer, @"(?<number>[−+]?[\d.,]*\d(?:e[−-]?\d+)?)"));
        foreach (string text in run.Report.Story.Where(passage => passage.IsRead || passage.Kind == PassageKind.Cell)
            .Select(passage => passage.Text))
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (ids.Zip(match.Groups["number"].Captures, (id, number) => IsValue(run, id, number.Value)).All(isValue => isValue))
                    return match.Value;
            }
        }

        return null;
    }

    // A share may be written in percent, and what was gained the other way round.
    private static bool IsValue(ReviewedRun run, string id, string text)
    {
        var ids = new Regex($"^{Regex.Escape(id).Replace(@"\*", ".*", StringComparison.Ordinal)}$");
        return WrittenNumber.In(text) is [{ } number] && run.Measurements.Any(one => ids.IsMatch(one.Id) && one.Value is { } value
            && (number.Is(value) || number.Is(100 * value) || number.Is(-value) || number.Is(-100 * value)));
    }

    private static Dictionary<string, List<StoryQuestion>> Read()
    {
        Dictionary<string, List<StoryQuestion>> pages = [];
        string page = "", words = "";
        foreach (string line in File.ReadLines(Path.Combine(
            Repository.Folder, "tests", "MlMaths.Torch.Projects.Tests", "Stories", "questions.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) pages[page = line[3..]] = [];
            else if (line.StartsWith("- ", StringComparison.Ordinal)) words = line[2..];
            else if (Pattern().Match(line) is { Success: true } answer) pages[page].Add(new(words, answer.Groups[1].Value));
        }

        return pages;
    }

    [GeneratedRegex(@"\{([a-z][\w.*]*)\}")]
    private static partial Regex Id();

    [GeneratedRegex("^  `/(.*)/`$")]
    private static partial Regex Pattern();
}
