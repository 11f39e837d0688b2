using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>Reports on files whose authors mean harm, or never thought of a page.</summary>
public sealed class HostileReportTests(OpenLogisticReports reports) : IClassFixture<OpenLogisticReports>
{
    private const string Target = "</text></svg><iframe srcdoc='<script>alert(5)</script>'>";

    [Fact]
    public async Task Names_that_are_markup_and_script_run_nothing()
    {
        reports.SkipWithoutBrowser();
        using CsvFile file = CsvFile.TwoClasses(
            "<script>alert(1)</script><img src=x onerror=alert(2)>", "[x](javascript:alert(3)) <svg onload=alert(4)>",
            Target, "\"><a href=javascript:alert(6)>yes</a>", "</style></title><body onload=alert(7)>");
        using var run = new RunOf("--quick", "--data", file.Path, "--target", Target);

        WatchedPage page = await reports.Open(run, 1400, dark: false);
        await page.Page.Mouse.WheelAsync(0, 4_000);

        Assert.Empty(page.Said);
        Assert.Equal([page.Page.Url], page.Requests.Distinct());
        Assert.Equal(
            0, await page.Page.Locator("script, iframe, img, object, embed, a[href^=javascript], [onload], [onerror]")
                .CountAsync());
        Assert.Empty(await page.Faults(Faults.OfLinks));
    }

    [Fact]
    public async Task Two_hundred_columns_with_long_names_break_neither_page_nor_figures()
    {
        reports.SkipWithoutBrowser();
        using CsvFile file = Wide(columns: 200);
        using var run = new RunOf("--quick", "--data", file.Path, "--target", "kind");
        foreach (int width in (int[])[400, 1400])
        {
            WatchedPage page = await reports.Open(run, width, dark: true);

            Assert.Empty(await page.Faults(Faults.OfOverhang));
            Assert.Empty(await page.Faults(Faults.OfFigures));
            Assert.Empty(await page.Faults(Faults.OfWordsInFigures));
            Assert.Matches("…[a-z_]*tail_[0-9]+", await page.Page.Locator("#figure-weights").TextContentAsync());

            // The long list of columns is folded on the screen, opens at a click, and lies open on paper.
            ILocator cell = page.Page.Locator("main details:not(.proof) td").First;
            Assert.False(await cell.IsVisibleAsync());
            await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
            Assert.True(await cell.IsVisibleAsync());
            await page.Page.EmulateMediaAsync(new() { Media = Media.Screen });
            await page.Page.Locator("main details:not(.proof) > summary").First.ClickAsync();
            Assert.True(await cell.IsVisibleAsync());
        }
    }

    // Names of more than sixty letters that begin alike.
    private static CsvFile Wide(int columns)
    {
        var random = new Random(5);
        StringBuilder text = new(string.Join(',', Enumerable.Range(0, columns)
            .Select(column => $"the_mean_of_all_measurements_that_were_taken_on_the_day_tail_{column}")));
        text.Append(",kind\n");
        for (int row = 0; row < 80; row++)
        {
            text.AppendJoin(',', Enumerable.Range(0, columns).Select(column =>
                (random.NextDouble() + row % 2 * 0.1).ToString("0.000", CultureInfo.InvariantCulture)));
            text.Append(row % 2 == 0 ? ",no\n" : ",yes\n");
        }

        return new CsvFile(text.ToString());
    }
}
