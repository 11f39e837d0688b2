using Microsoft.Playwright;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>A report as its readers open it: on a telephone and on a desk, by day and by night.</summary>
public abstract class ReportPageTests(OpenReports reports)
{
    // The width of A4 between margins of 16 mm, at 96 pixels per inch, is 673.
    private const int Telephone = 400, Desk = 1400, PaperWidth = 673;

    public static TheoryData<int, bool> Screens => new() { { Telephone, false }, { Telephone, true }, { Desk, false }, { Desk, true } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_page_loads_nothing_else_and_says_nothing(int width, bool dark)
    {
        WatchedPage page = await reports.Page(width, dark);
        Assert.Equal([page.Page.Url], page.Requests.Distinct());
        Assert.Empty(page.Said);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Nothing_hangs_over_the_page(int width, bool dark)
    {
        WatchedPage page = await reports.Page(width, dark);
        Assert.Empty(await page.Faults(Faults.OfOverhang));
    }

    [Fact]
    public async Task On_a_desk_no_table_formula_or_figure_has_to_be_scrolled()
    {
        WatchedPage page = await reports.Page(Desk, dark: false);
        Assert.Empty(await page.Faults(Faults.OfWidth));
    }

    [Fact]
    public async Task On_a_telephone_no_figure_has_to_be_scrolled()
    {
        WatchedPage page = await reports.Page(Telephone, dark: false);
        Assert.Empty(await page.Faults(Faults.OfScrolledFigures));
    }

    /// <summary>A page of 42rem, 672 pixels, is the widest that is a telephone's.</summary>
    [Theory]
    [InlineData(Telephone, true)]
    [InlineData(672, true)]
    [InlineData(673, false)]
    [InlineData(Desk, false)]
    public async Task Of_a_figure_that_is_drawn_twice_the_one_that_was_drawn_for_the_width_is_seen(int width, bool isNarrow)
    {
        WatchedPage page = await reports.Page(Desk, dark: false);
        const string Seen = """
            () => [...document.querySelectorAll('figure:not(.wide):has(> .narrow)')].map(figure =>
              [...figure.querySelectorAll('svg')].filter(svg => svg.checkVisibility() && svg.getBoundingClientRect().width > 0)
                .map(svg => `${svg.id} ${svg.viewBox.baseVal.width}`).join(' and '))
            """;
        await page.Page.SetViewportSizeAsync(width, 900);
        string[] seen = await page.Page.EvaluateAsync<string[]>(Seen);
        await page.Page.SetViewportSizeAsync(Desk, 900); // other tests look at the same page
        Assert.NotEmpty(seen);
        Assert.All(seen, drawing => Assert.Matches(isNarrow ? @"^\S+-narrow [1-4]\d\d$" : @"^\S+(?<!-narrow) ([4-9]|1\d)\d\d$", drawing));
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Every_figure_is_seen_and_has_a_name_and_a_caption(int width, bool dark)
    {
        WatchedPage page = await reports.Page(width, dark);
        Assert.InRange(await page.Page.Locator("figure").CountAsync(), 8, 40);
        Assert.Empty(await page.Faults(Faults.OfFigures));
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Words_in_figures_are_large_enough_and_lie_apart(int width, bool dark)
    {
        WatchedPage page = await reports.Page(width, dark);
        Assert.Empty(await page.Faults(Faults.OfWordsInFigures));
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task All_words_stand_out_from_what_is_behind_them(int width, bool dark)
    {
        WatchedPage page = await reports.Page(width, dark);
        Assert.Empty(await page.Faults(Faults.OfContrast));
    }

    [Theory]
    [InlineData(Telephone, false)]
    [InlineData(Desk, true)]
    public async Task The_page_breaks_no_rule_of_WCAG(int width, bool dark)
    {
        WatchedPage page = await reports.Page(width, dark);
        Assert.Empty(await page.Barriers());
    }

    [Theory]
    [InlineData(Telephone)]
    [InlineData(Desk)]
    public async Task The_contents_lead_to_the_headings(int width)
    {
        WatchedPage page = await reports.Page(width, dark: false);
        Assert.Equal(await page.Page.Locator("h2").CountAsync(), await page.Page.Locator("nav a").CountAsync());
        Assert.Empty(await page.Faults(Faults.OfLinks));
    }

    [Fact]
    public async Task The_contents_are_folded_on_a_telephone_and_open_on_a_desk()
    {
        ILocator onDesk = (await reports.Page(Desk, dark: true)).Page.Locator("nav a").First;
        Assert.True(await onDesk.IsVisibleAsync());

        IPage telephone = (await reports.Page(Telephone, dark: true)).Page;
        Assert.False(await telephone.Locator("nav a").First.IsVisibleAsync());
        await telephone.Locator("nav summary").ClickAsync();
        Assert.True(await telephone.Locator("nav a").First.IsVisibleAsync());
        await telephone.Locator("nav summary").ClickAsync();
    }

    [Theory]
    [InlineData("Inter")]
    [InlineData("DejaVu Serif, serif")]
    [InlineData("DejaVu Sans Mono, monospace")]
    public async Task Figures_keep_their_shape_whatever_fonts_there_are(string family)
    {
        WatchedPage page = await reports.Page(Desk, dark: false);
        const string Dress = """
            family => [...document.querySelectorAll('figure svg')].map((svg, i) => {
              const before = svg.getAttribute('font-family');
              svg.setAttribute('font-family', typeof family === 'string' ? family : family[i]);
              return before;
            })
            """;
        string[] before = await page.Page.EvaluateAsync<string[]>(Dress, family);
        string[] faults = await page.Faults(Faults.OfWordsInFigures);
        await page.Page.EvaluateAsync(Dress, before); // other tests look at the same page
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Paper_is_light_and_holds_everything_even_where_the_screen_is_dark()
    {
        WatchedPage page = await reports.Page(Desk, dark: true);
        const string Colours = """
            () => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor,
              getComputedStyle(document.querySelector('figure svg text')).fill]
            """;
        string[] screen = await page.Page.EvaluateAsync<string[]>(Colours);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        string[] paper = await page.Page.EvaluateAsync<string[]>(Colours), faults = await page.Faults(Faults.OfContrast);
        await page.Page.SetViewportSizeAsync(PaperWidth, 900);
        string[] overhanging = await page.Faults(Faults.OfOverhang);
        await page.Page.SetViewportSizeAsync(Desk, 900);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen, ColorScheme = ColorScheme.Dark });

        Assert.Equal("rgb(17, 22, 29)", screen[1]);
        Assert.Equal("rgba(0, 0, 0, 0)", paper[1]);
        Assert.NotEqual(screen[0], paper[0]);
        Assert.NotEqual(screen[2], paper[2]);
        Assert.Empty(faults);
        Assert.Empty(overhanging);
    }
}
