using Microsoft.Playwright;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The calculus report's page.</summary>
public sealed class CalculusReportPageTests(OpenCalculusReports reports) : ReportPageTests(reports), IClassFixture<OpenCalculusReports>
{
    private const string Lit = """
        () => [...document.querySelectorAll('.derivation .line')]
          .filter(one => getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)').map(one => one.textContent.trim())
        """;

    [Fact]
    public async Task A_term_lights_its_line_of_code_in_its_own_derivation_alone()
    {
        IPage page = (await reports.Page(1280, dark: false)).Page;
        ILocator layers = page.Locator(".derivation").Filter(new() { HasText = "dA1" });
        await page.EvaluateAsync("() => document.querySelectorAll('.proof').forEach(fold => fold.open = true)");
        await layers.Locator(".formula .term-5").First.HoverAsync();
        string[] lit = await page.EvaluateAsync<string[]>(Lit);
        await page.Mouse.MoveAsync(0, 0);

        Assert.Equal("Tensor dZ1 = dA1 * (1 - A1.square());", Assert.Single(lit));
    }
}
