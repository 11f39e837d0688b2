using MlMaths.Torch.Tests.Conventions;
using MlMaths.Torch.Tests.Review;

namespace MlMaths.Torch.Tests.Stories;

/// <summary>Every page opens with a story that is read at one sitting, and answers what its readers come to ask.</summary>
public sealed class StoryTests(PagesOfAll pages) : IClassFixture<PagesOfAll>
{
    public static TheoryData<string> Names => [.. PagesOfAll.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_story_has_at_most_six_hundred_words_and_five_figures(string name) => Convention.Holds(
        StoryRule.In(Page(name)),
        "Fold what proves an answer (a block is told by IsTold), or say it in fewer words; the samples are made anew after that:");

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_stands_in_the_story_or_in_a_fold_and_is_opened_by_a_link(string name)
    {
        string folder = pages.Folder(name), html = File.ReadAllText(Path.Combine(folder, "report.html"));
        string figures = Path.Combine(folder, "figures");
        string[] drawn = Directory.Exists(figures)
            ? [.. Directory.EnumerateFiles(figures, "*.svg").Select(file => Path.GetFileNameWithoutExtension(file)).Order()]
            : [];
        Assert.Equal(drawn, Page(name).Body.Select(passage => passage.Figure).OfType<string>().Distinct().Order());
        Assert.All(drawn, figure => Assert.Contains($"id=\"figure-{figure}\"", html, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_story_answers_the_five_questions_of_its_page(string name)
    {
        var run = ReviewedRun.Of(pages.Folder(name));
        IReadOnlyList<StoryQuestion> questions = StoryQuestion.Of(name);
        Assert.Equal(5, questions.Count);
        Assert.Empty(questions.Where(question => question.AnswerIn(run) is null).Select(question => $"{name}: {question.Words}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_answer_that_is_folded_or_has_another_number_is_none(string name)
    {
        var run = ReviewedRun.Of(pages.Folder(name));
        ReviewedRun folded = run with
        {
            Pages = [run.Report with { Passages = [.. run.Report.Passages.Select(passage => passage with { IsFolded = true })] }],
        };
        Assert.All(StoryQuestion.Of(name), question => Assert.Null(question.AnswerIn(folded)));

        ReviewedRun other = run with
        {
            Measurements = [.. run.Measurements.Select(one => one with { Value = 1.2345 * one.Value + 0.54321 })],
        };
        Assert.All(
            StoryQuestion.Of(name).Where(question => question.HasNumber && question.AnswerIn(run) is not null),
            question => Assert.Null(question.AnswerIn(other)));
    }

    [Fact]
    public void Questions_are_asked_of_every_page_and_of_no_other() =>
        Assert.Equal(PagesOfAll.Names.Order(), StoryQuestion.Pages.Order());

    [Fact]
    public void A_clean_story_is_not_found() => Assert.Empty(StoryRule.In(CleanRun.Of().Report));

    [Fact]
    public void A_long_story_is_found_and_the_same_words_in_a_fold_are_not()
    {
        string words = string.Join(' ', Enumerable.Repeat("word", StoryRule.MaxWords));
        string told = CleanRun.Report.Replace("It stays a trial.", words, StringComparison.Ordinal);
        string folded = CleanRun.Report.Replace("It stays a trial.", $"### Prove it: 1 table\n\n{words}", StringComparison.Ordinal);
        Assert.Contains("words, more than 600", Assert.Single(StoryRule.In(CleanRun.Of(told).Report)).Why, StringComparison.Ordinal);
        Assert.Empty(StoryRule.In(CleanRun.Of(folded).Report));
    }

    [Fact]
    public void A_fold_ends_with_its_section()
    {
        ReviewedPage page = CleanRun.Of(CleanRun.Report.Replace(
            "As strong as", "So it is.\n\n### Prove it\n\nAs strong as", StringComparison.Ordinal)).Report;
        Assert.True(page.Passages.First(passage => passage.Text.StartsWith("Eight penalties", StringComparison.Ordinal)).IsFolded);
        Assert.False(page.Passages.First(passage => passage.Text.StartsWith("It stays", StringComparison.Ordinal)).IsFolded);
    }

    [Fact]
    public void A_sixth_figure_is_found_and_one_that_is_shown_twice()
    {
        string figures = string.Join("\n\n", Enumerable.Range(1, 6).Select(number => $"![It rises.](figures/f{number}.svg)\\\nIt rises."));
        string more = CleanRun.Report.Replace("It stays a trial.", figures, StringComparison.Ordinal);
        Assert.Contains("9 figures", Assert.Single(StoryRule.In(CleanRun.Of(more).Report)).Why, StringComparison.Ordinal);
        string twice = CleanRun.Report.Replace(
            "It stays a trial.", "![It rises.](figures/penalty.svg)\\\nIt rises.", StringComparison.Ordinal);
        Assert.Contains("shown 2 times", Assert.Single(StoryRule.In(CleanRun.Of(twice).Report)).Why, StringComparison.Ordinal);
    }

    private ReviewedPage Page(string name) => ReviewedRun.Of(pages.Folder(name)).Report;
}
