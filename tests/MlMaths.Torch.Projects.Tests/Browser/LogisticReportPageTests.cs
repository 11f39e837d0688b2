using Microsoft.Playwright;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The report of project 1.</summary>
public sealed class LogisticReportPageTests(OpenLogisticReports reports) : ReportPageTests(reports), IClassFixture<OpenLogisticReports>
{
    private const string Lit = """
        () => [...document.querySelectorAll('.line, li, [class^=term-]')]
          .filter(one => getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)').map(one => one.textContent.trim())
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_term_lights_its_line_of_code_and_the_sentence_about_it_without_a_script(bool dark)
    {
        IPage page = (await reports.Page(1280, dark)).Page;
        Assert.Empty(await page.EvaluateAsync<string[]>(Lit));

        await page.Locator(".formula .term-4").HoverAsync();
        string[] hovered = await page.EvaluateAsync<string[]>(Lit);
        await page.Mouse.MoveAsync(0, 0);
        await page.Locator(".line .term-4[tabindex]").FocusAsync();
        string[] focused = await page.EvaluateAsync<string[]>(Lit);
        await page.EvaluateAsync("() => document.activeElement.blur()"); // other tests look at the same page

        Assert.Contains("Tensor dw = X.t().mv(dz) + λ * w;", hovered);
        Assert.Contains(hovered, words => words.EndsWith("and the penalty pulls towards 0.", StringComparison.Ordinal));
        Assert.DoesNotContain(hovered, words => words.StartsWith("Tensor dz", StringComparison.Ordinal));
        Assert.Equal(hovered, focused);
    }

    [Fact]
    public async Task A_term_has_one_colour_in_the_formula_and_in_the_code()
    {
        IPage page = (await reports.Page(1280, dark: false)).Page;
        string[] colours = await page.EvaluateAsync<string[]>("""
            () => [1, 2, 3, 4, 5].map(term => [...new Set([...document.querySelectorAll(`.term-${term}`)]
              .map(one => getComputedStyle(one).color))].join(' and '))
            """);
        Assert.Equal(5, colours.Distinct().Count());
        Assert.All(colours, colour => Assert.Matches(@"^rgb\([\d, ]+\)$", colour));
    }
}
