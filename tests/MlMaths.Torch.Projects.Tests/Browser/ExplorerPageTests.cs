using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>The explorer of a report, moved by hand.</summary>
public sealed class ExplorerPageTests(OpenExplorers explorers) : IClassFixture<OpenExplorers>
{
    private const int Telephone = 400, Desk = 1400;

    // Types into all five fields, and reads every number that the page then says, the sentence last.
    private const string Settle = """
        settings => settings.map(setting => {
          for (const [name, text] of Object.entries(setting)) {
            const field = document.getElementById('x-' + name);
            field.value = text;
            field.dispatchEvent(new Event('input'));
          }
          return ['found', 'missed', 'alarms', 'left', 'called', 'uncalled', 'positives', 'negatives',
            ...['here', 'best'].flatMap(column => ['threshold', 'precision', 'recall', 'specificity', 'share', 'cost']
              .map(row => column + '-' + row)), 'said']
            .map(name => document.getElementById('x-' + name).textContent);
        })
        """;

    public static TheoryData<int, bool> Screens => new() { { Telephone, false }, { Telephone, true }, { Desk, false }, { Desk, true } };

    [Fact]
    public async Task Fifty_random_settings_give_the_numbers_of_the_library()
    {
        TypedSetting[] settings = [.. TypedSetting.Random(50, seed: 8)];
        ThinnedCounts counts = ThinnedCounts.Of(OpenExplorers.Usual.Counts, OpenExplorers.Usual.Threshold);
        IPage page = (await explorers.Page()).Page;

        JsonElement said = await page.EvaluateAsync<JsonElement>(Settle, settings.Select(setting => setting.Fields).ToArray());

        foreach ((JsonElement texts, TypedSetting setting) in said.EnumerateArray().Zip(settings))
        {
            string[] numbers = [.. texts.EnumerateArray().SkipLast(1).Select(text => text.GetString()!)];
            Assert.Equal(setting.Expected(counts), numbers);
        }
    }

    [Fact]
    public async Task Counts_are_those_of_the_rows_themselves()
    {
        IPage page = (await explorers.Page()).Page;
        string[] shown = await page.EvaluateAsync<string[]>(
            "() => JSON.parse(document.getElementById('x-data').textContent).thresholds.map(String)");
        foreach (string text in shown.Skip(1).Where((_, k) => k % 97 == 0))
        {
            double threshold = double.Parse(text, CultureInfo.InvariantCulture);
            var counted = ConfusionMatrix.Of(OpenExplorers.Payments.Labels, OpenExplorers.Payments.Scores, threshold);
            string? recall = await page.EvaluateAsync<string?>(
                "text => { const field = document.getElementById('x-threshold'); field.value = text; "
                + "field.dispatchEvent(new Event('input')); "
                + "return document.getElementById('x-here-recall').textContent; }",
                text);
            Assert.Equal(TypedSetting.Percent(counted.Recall!.Value), recall);
        }
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task It_looks_as_the_page_does(int width, bool dark)
    {
        WatchedPage page = await explorers.Page(width, dark);

        Assert.Empty(await page.Faults(Faults.OfOverhang));
        Assert.Empty(await page.Faults(Faults.OfFigures));
        Assert.Empty(await page.Faults(Faults.OfWordsInFigures));
        Assert.Empty(await page.Faults(Faults.OfContrast));
        Assert.Empty(page.Said);
        Assert.Equal([page.Page.Url], page.Requests.Distinct());
    }

    [Fact]
    public async Task A_keyboard_is_enough()
    {
        IPage page = (await explorers.Open(OpenExplorers.Usual)).Page;
        string? before = await Text(page, "x-here-threshold");
        ILocator slider = page.GetByLabel("Threshold", new() { Exact = true });

        await slider.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        string? after = await Text(page, "x-here-threshold");
        Assert.NotEqual(before, after);
        Assert.Equal(after, await slider.GetAttributeAsync("aria-valuetext"));
        Assert.NotEqual("none", await slider.EvaluateAsync<string>("element => getComputedStyle(element).outlineStyle"));
        await page.Locator("#x-threshold").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(before, await Text(page, "x-here-threshold"));
        await slider.FocusAsync();
        await page.Keyboard.PressAsync("End");
        Assert.Equal("– (nothing is flagged)", await Text(page, "x-here-precision"));

        await page.Locator("#x-cheapest").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(await Text(page, "x-best-cost"), await Text(page, "x-here-cost"));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.getAnimations().length"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        Assert.Equal(before, await Text(page, "x-here-threshold"));
    }

    [Fact]
    public async Task What_makes_no_sense_changes_nothing_and_is_marked()
    {
        IPage page = (await explorers.Open(OpenExplorers.Usual)).Page;
        string? before = await Text(page, "x-said");
        foreach ((string name, string text) in ((string, string)[])[
            ("base-rate", "0"), ("base-rate", "100"), ("miss", "-1"), ("alarm", ""), ("review", "1e99"),
        ])
        {
            await page.Locator($"#x-{name}").FillAsync(text);
            Assert.Equal("", await page.Locator($"#x-{name}").GetAttributeAsync("aria-invalid"));
            Assert.Equal(before, await Text(page, "x-said"));
            await page.Locator($"#x-{name}").BlurAsync();
            Assert.Null(await page.Locator($"#x-{name}").GetAttributeAsync("aria-invalid"));
        }
    }

    [Fact]
    public async Task Paper_has_the_tables_and_curves_but_no_dials()
    {
        WatchedPage page = await explorers.Open(OpenExplorers.Usual, width: 673, dark: true);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        Assert.Empty(await page.Faults(Faults.OfOverhang));
        Assert.Empty(await page.Faults(Faults.OfContrast));
        Assert.Empty(await page.Faults(Faults.OfWordsInFigures));
        Assert.False(await page.Page.Locator("#x-threshold-slider").IsVisibleAsync());
        Assert.True(await page.Page.Locator("#x-here-cost").IsVisibleAsync());
        Assert.True(await page.Page.Locator("#x-cost .curve").IsVisibleAsync());
    }

    [Fact]
    public async Task Without_scripts_there_is_a_sentence_and_no_dial()
    {
        IPage page = await explorers.OpenWithoutScripts(OpenExplorers.Usual);

        Assert.True(await page.Locator(".explorer-off").IsVisibleAsync());
        Assert.False(await page.Locator(".explorer input").First.IsVisibleAsync());
        Assert.False(await page.Locator(".explorer svg").First.IsVisibleAsync());
    }

    [Fact]
    public async Task Names_that_are_script_run_nothing()
    {
        WatchedPage page = await explorers.Open(OpenExplorers.Usual with
        {
            Positive = "</script><script>alert(1)</script><img src=x onerror=alert(2)>",
            Negative = "\"><svg onload=alert(3)>' {x} `${alert(4)}`",
        });

        Assert.Empty(page.Said);
        Assert.Equal([page.Page.Url], page.Requests.Distinct());
        Assert.Equal(2, await page.Page.Locator("script").CountAsync());
        Assert.Equal(0, await page.Page.Locator("img, [onload], [onerror]").CountAsync());
        Assert.Equal("</script><script>alert(1)</script><img s…", await page.Page.Locator("tbody th").First.TextContentAsync());
    }

    [Theory]
    [InlineData(new[] { true, false }, new[] { 0.7, 0.2 })]
    [InlineData(new[] { true, false, false }, new[] { 0.5, 0.5, 0.5 })]
    [InlineData(new[] { true, false, true, false }, new[] { 1.0, 0.0, 0.0, 1.0 })]
    public async Task Few_rows_and_few_scores_are_enough(bool[] labels, double[] scores)
    {
        WatchedPage page = await explorers.Open(
            new ExplorerBlock(ThresholdCounts.From(labels, scores), 0.5, 0.3, new ErrorCosts(0, 0)), Telephone);

        await page.Page.Locator("#x-threshold-slider").FocusAsync();
        await page.Page.Keyboard.PressAsync("Home");
        Assert.Equal("100 %", await Text(page.Page, "x-here-share"));
        await page.Page.Keyboard.PressAsync("End");
        Assert.Equal("0 %", await Text(page.Page, "x-here-share"));
        Assert.Empty(page.Said);
        Assert.Empty(await page.Faults(Faults.OfWordsInFigures));
        Assert.Equal(0, await page.Page.Locator(".explorer path[d*=NaN]").CountAsync());
    }

    [Theory]
    [InlineData("0", "0.0001", "1e9", "0", "0")]
    [InlineData("1", "99.9999", "0", "1e9", "1e9")]
    [InlineData("0.3", "50", "0", "0", "0")]
    [InlineData("1e-9", "1e-7", "1e-6", "1e-6", "1e-9")]
    public async Task Extremes_are_numbers_too(string threshold, string rate, string miss, string alarm, string review)
    {
        WatchedPage page = await explorers.Page(Telephone);
        string text = (await page.Page.EvaluateAsync<JsonElement>(
            Settle, new[] { new TypedSetting(threshold, rate, miss, alarm, review).Fields }))
            .ToString();

        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
        Assert.Empty(await page.Faults(Faults.OfWordsInFigures));
        Assert.Equal(0, await page.Page.Locator(".explorer path[d*=NaN], .explorer [transform*=NaN]").CountAsync());
        Assert.Empty(await page.Faults(Faults.OfOverhang));
    }

    private static Task<string?> Text(IPage page, string id) => page.Locator($"#{id}").TextContentAsync();
}
