using System.Globalization;
using Microsoft.Playwright;
using MlMaths.Torch.Exercises.MyWork;
using MlMaths.Torch.Portfolio.Viva;
using MlMaths.Torch.Portfolio.Viva.Keys;
using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The page of questions marks what is typed into it as the terminal does.</summary>
public sealed class VivaPageTests(OneBrowser one, QuickRuns runs) : IClassFixture<QuickRuns>, IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-viva-");

    public async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        await one.CloseAll();
    }

    [Fact]
    public async Task What_both_read_page_and_terminal_judge_alike()
    {
        (AskedQuestion[] asked, WatchedPage page) = await Open(400, ColorScheme.Light);
        AskedQuestion[] marked = [.. asked.Where(question => VivaFields.IsMarked(question.Question))];
        IReadOnlyList<ILocator> boxes = await page.Page.Locator(".viva-answer").AllAsync();
        Assert.Equal(marked.Length, boxes.Count);
        int unread = 0, judged = 0;
        foreach ((AskedQuestion question, ILocator box) in marked.Zip(boxes))
        {
            AnswerKey key = question.Question.Key;
            foreach (string answer in Answers(key).Distinct())
            {
                await box.Locator("input").FillAsync(answer);
                await box.Locator("input").PressAsync("Enter");
                ILocator status = box.Locator("[role=status]");
                string? outcome = await status.GetAttributeAsync("data-outcome");
                Mark mark = key.Judge(answer);
                if (outcome == "unread" && answer != key.Right)
                {
                    unread++;
                    continue;
                }

                judged++;
                Assert.Equal((question.Id, answer, mark.Outcome.ToString().ToLowerInvariant()), (question.Id, answer, outcome));
                string said = (await status.TextContentAsync())!;
                if (mark.Outcome == Outcome.Wrong) Assert.EndsWith(mark.Says, said, StringComparison.Ordinal);
                Assert.DoesNotContain(mark.Outcome == Outcome.Wrong ? key.Right : "Not right", said, StringComparison.Ordinal);
            }
        }

        Assert.InRange(judged, 5 * marked.Length, int.MaxValue);
        Assert.InRange(unread, marked.Length, 3 * marked.Length); // "no idea", and what only the terminal reads
        Assert.Empty(page.Said);
    }

    [Fact]
    public async Task The_end_tells_what_was_right_at_first_and_what_to_read_again()
    {
        (AskedQuestion[] asked, WatchedPage page) = await Open(1400, ColorScheme.Dark);
        AskedQuestion[] marked = [.. asked.Where(question => VivaFields.IsMarked(question.Question))];
        Assert.False(await page.Page.Locator("#viva-summary").IsVisibleAsync());
        int wrong = Array.FindIndex(marked, question => question.Question.Key is NumberKey { Mistakes.Count: > 0 });
        int right = Array.FindIndex(marked, question => question.Question.Key is ChoiceKey);
        await Type(right, marked[right].Question.Key.Right[..1]);
        await Type(wrong, ((NumberKey)marked[wrong].Question.Key).Mistakes[0].Value.ToString("R", CultureInfo.InvariantCulture));
        await Type(wrong, marked[wrong].Question.Key.Right); // the second try is marked, and does not count

        Assert.True(await page.Page.Locator("#viva-summary").IsVisibleAsync());
        Assert.Equal([Line(marked[right])], await page.Page.Locator("#viva-defended li").AllTextContentsAsync());
        Assert.StartsWith(Line(marked[wrong]), Assert.Single(await page.Page.Locator("#viva-again li").AllTextContentsAsync()));
        Assert.Empty(await page.Barriers());
        Assert.Empty(await page.Faults(Faults.OfContrast));
        Assert.Empty(await page.Faults(Faults.OfOverhang));

        async Task Type(int at, string answer)
        {
            ILocator box = page.Page.Locator(".viva-answer").Nth(at);
            await box.Locator("input").FillAsync(answer);
            await box.Locator("button").ClickAsync();
        }

        string Line(AskedQuestion question) => $"{Array.IndexOf(asked, question) + 1}. {question.Template.Heading}";
    }

    private async Task<(AskedQuestion[] Asked, WatchedPage Page)> Open(int width, ColorScheme scheme)
    {
        (Chromium? chromium, string whyNot) = await one.Started;
        Assert.SkipWhen(chromium is null, whyNot);
        AskedQuestion[] asked = [.. QuestionPool.Of(runs.All, seed: 4, VivaProgress.In(new WorkFolder(_folder.FullName))).Left];
        string file = Path.Combine(_folder.FullName, $"interview-{width}.html");
        await File.WriteAllTextAsync(file, VivaPage.Html(asked, _folder.FullName));
        return (asked, await WatchedPage.Open(chromium!.Browser, file, width, scheme));
    }

    private static IEnumerable<string> Answers(AnswerKey key) => key switch
    {
        NumberKey number =>
        [
            number.Right, .. number.Mistakes.Select(mistake => NumberText.Brief(mistake.Value)), Written(number.Value * 1.5 + 0.01),
            Written(100 * number.Value) + " %", Written(number.Value) + "%", $"about {Written(number.Value)}", "1/3", "45 of 100",
            "5·10⁻⁵", "1,200", "0,31", "507k", "−3", "no idea", "√2 · 0.3",
        ],
        ShapeKey shape =>
        [
            shape.Right, string.Join(" by ", shape.Shape.Reverse()), $"({string.Join(" x ", shape.Shape)}, 1)", "[7, 3, 2]", "7", "no idea",
        ],
        _ => ["a", "B", "c)", "z", "no idea"],
    };

    private static string Written(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
