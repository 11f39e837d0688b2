namespace MlMaths.Torch.Tests.Review;

/// <summary>
/// What stands outside the folds of a page can be read at one sitting. Counted are the title, the headings, sentences, captions and the
/// cells of tables; a word is what stands between spaces and holds a letter or a digit. Not counted are code and formulas, what a figure
/// draws, the contents beside the page, how it was made, and the notes on terms at its end, to which links lead.
/// </summary>
internal static class StoryRule
{
    public const string Name = "story";

    public const int MaxWords = 600, MaxFigures = 5;

    public static IEnumerable<Finding> In(ReviewedPage page)
    {
        (int words, int figures) = (WordsOf(page), page.Story.Count(passage => passage.Kind == PassageKind.Caption));
        Passage last = page.Story.Last();
        if (words > MaxWords)
            yield return new(Name, page.Name, last, $"the story has {words} words, more than {MaxWords}: fold what proves it");
        if (figures > MaxFigures)
            yield return new(Name, page.Name, last, $"the story shows {figures} figures, more than {MaxFigures}: fold some");
        foreach (IGrouping<string?, Passage> figure in page.Body.Where(passage => passage.Kind == PassageKind.Caption)
            .GroupBy(passage => passage.Figure).Where(figure => figure.Count() > 1))
        {
            yield return new(Name, page.Name, figure.Last(), $"the figure {figure.Key} is shown {figure.Count()} times");
        }
    }

    public static int WordsOf(ReviewedPage page) =>
        page.Story.Where(passage => passage.Kind is PassageKind.Prose or PassageKind.Caption or PassageKind.Cell)
            .Select(passage => passage.Text).Concat(page.Body.Select(passage => passage.Section).Distinct())
            .Sum(text => text.Split(' ').Count(word => word.Any(char.IsLetterOrDigit)));
}
