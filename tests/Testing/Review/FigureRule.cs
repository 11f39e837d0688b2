using System.Text.RegularExpressions;

namespace MlMaths.Torch.Tests.Review;

/// <summary>
/// What a caption says is drawn: the figure is there; a caption that says “every” stands below no figure that leaves some out; and a
/// count that opens a caption or an alternative text is that of the other.
/// </summary>
internal static partial class FigureRule
{
    public const string Name = "figure";

    public static IEnumerable<Finding> In(ReviewedRun run)
    {
        foreach (ReviewedPage page in run.Pages)
        {
            foreach (Passage caption in page.Body.Where(passage => passage.Kind == PassageKind.Caption))
            {
                Passage alternative = page.Passages.First(
                    passage => passage.Kind == PassageKind.Alternative && passage.Figure == caption.Figure);
                if (!run.Drawn.TryGetValue(caption.Figure!, out string? drawn))
                {
                    yield return new(Name, page.Name, caption, $"figures/{caption.Figure}.svg is missing");
                    continue;
                }

                if (Partly().IsMatch($"{alternative.Text}\n{drawn}") && Every().IsMatch(caption.Text) && !Partly().IsMatch(caption.Text))
                    yield return new(Name, page.Name, caption, $"says all, and the figure shows a part: {alternative.Text}");
                foreach (Finding finding in Counts(page, caption, alternative))
                    yield return finding;
                foreach (Match range in Shown().Matches(alternative.Text))
                {
                    if (!drawn.Contains(range.Groups[1].Value, StringComparison.Ordinal))
                        yield return new(Name, page.Name, alternative, $"{range.Value} names what is not drawn");
                }
            }
        }
    }

    // “30 weights” above “29 weights”: the same thing counted twice.
    private static IEnumerable<Finding> Counts(ReviewedPage page, Passage caption, Passage alternative)
    {
        var here = Counted().Matches(caption.Text).ToLookup(match => match.Groups[2].Value, match => match.Groups[1].Value);
        foreach (IGrouping<string, string> counted in Counted().Matches(alternative.Text)
            .ToLookup(match => match.Groups[2].Value, match => match.Groups[1].Value))
        {
            string[] said = [.. here[counted.Key]];
            if (said.Length > 0 && !said.Intersect(counted).Any())
                yield return new(Name, page.Name, caption, $"counts {said[0]} {counted.Key}, and the figure {counted.First()}");
        }
    }

    [GeneratedRegex(@"\b[Ee](very|ach) (number|weight|column|row|dot|parameter)\b|"
        + @"\b[Aa]ll (the )?(numbers|weights|columns|rows|parameters)\b")]
    private static partial Regex Every();

    [GeneratedRegex(@"\b(\d[\d,]*) of (the )?\d[\d,]* [\w ]*(are |is )?(drawn|shown)|"
        + @"\band \d[\d,]* more\b|[Oo]ne \w+ in \d+ is drawn|\bthe \d+ largest\b")]
    private static partial Regex Partly();

    [GeneratedRegex(@"(?<![\d.,] of |\bfirst |[\d.,])\b(\d[\d,]*) (numbers|weights|"
        + @"columns|candidates|folds|penalties|seeds|points|groups|bins)\b")]
    private static partial Regex Counted();

    [GeneratedRegex(@"Marked: ([\w' ]+?) [\d.]")]
    private static partial Regex Shown();
}
